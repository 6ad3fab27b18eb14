package dev.adjoint.tests.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Whether the generated methods throw what the method itself throws. */
final class ExceptionAgreement {
  private final GeneratedProgram program;
  private final ProgramInput input;

  ExceptionAgreement(GeneratedProgram program, ProgramInput input) {
    this.program = program;
    this.input = input;
  }

  /** What a generated method does other than to throw {@code expected}, if anything. */
  Optional<String> disagreement(Throwable expected) {
    Optional<String> fault =
        check("jvp", expected, () -> program.jvp(input, input.zeros().moved(0, 1)));
    if (fault.isEmpty() && program.isNumber()) {
      fault = check("value-and-grad", expected, () -> program.valueAndGrad(input));
    }
    return fault.isEmpty()
        ? check("backward", expected, () -> program.backward("f", input, weights()))
        : fault;
  }

  private List<Object> weights() {
    if (program.isNumber()) {
      return List.of(program.isSingle() ? (Object) 1f : 1.0);
    }
    if (!program.isVoid()) {
      return List.of(new double[2]);
    }
    List<Object> weights = new ArrayList<>();
    List<String> written = program.written();
    Object[] zeros = input.zeros().arguments();
    for (int i = 0; i < zeros.length; i++) {
      if (written.contains(input.parameters().get(i).replaceFirst(".* ", ""))) {
        weights.add(zeros[i]);
      }
    }
    return weights;
  }

  private Optional<String> check(String method, Throwable expected, Callable<?> call) {
    String happened = "nothing";
    try {
      Object _ = call.call();
    } catch (InvocationTargetException e) {
      happened = describe(Objects.requireNonNull(e.getCause()));
    } catch (Exception e) {
      throw new IllegalStateException(Arrays.toString(input.arguments()), e);
    }
    return happened.equals(describe(expected))
        ? Optional.empty()
        : Optional.of(
            method + " throws " + happened + ", not " + describe(expected) + " for " + input);
  }

  private static String describe(Throwable thrown) {
    return thrown.getClass().getName() + ": " + thrown.getMessage();
  }
}
