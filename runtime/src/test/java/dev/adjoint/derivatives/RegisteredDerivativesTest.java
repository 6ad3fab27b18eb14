package dev.adjoint.derivatives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.Samples.Sample;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered derivative, called as generated code calls it and as the graph does. */
class RegisteredDerivativesTest {

  static List<Registered> derivatives() {
    return Registered.all();
  }

  /** Differences of single precision would be too coarse. */
  static List<Sample> samplesInDoublePrecision() {
    return Samples.all().stream().filter(sample -> !sample.method().equals("toFloat")).toList();
  }

  private static List<Sample> samplesOf(Registered derivative) {
    return Samples.all().stream().filter(s -> s.fits(derivative.operation())).toList();
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void readsOnlyOperandsResultAndGradient(Registered derivative) {
    Set<String> known = new HashSet<>(Set.of("gradOutput", "result", "self"));
    for (Parameter parameter : derivative.operation().getParameters()) {
      known.add(parameter.getName());
    }
    assertTrue(known.contains(derivative.wrt()), () -> "no operand " + derivative.wrt());
    for (Parameter parameter : derivative.derivative().getParameters()) {
      assertTrue(known.contains(parameter.getName()), () -> "no operand " + parameter.getName());
    }
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void hasSamples(Registered derivative) {
    assertTrue(!samplesOf(derivative).isEmpty(), "no sample checks this derivative");
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void agreesWithTheGraph(Registered derivative) {
    for (Sample sample : samplesOf(derivative)) {
      Tensor operand = (Tensor) argument(derivative, sample, derivative.wrt());
      if (operand.requiresGrad()) {
        Tensor result = call(derivative.operation(), sample.arguments());
        Tensor gradOutput = result.detach().mul(0.3).add(0.7);
        Tensor[] gradOutputs = {gradOutput};
        Tensor expected =
            Autograd.grad(
                new Tensor[] {result}, new Tensor[] {operand}, gradOutputs, true, false, true)[0];
        Tensor found = called(derivative, sample, gradOutput, result);
        assertArrayEquals(operand.shape(), found.shape(), sample::toString);
        assertEquals(operand.dtype(), found.dtype(), sample::toString);
        if (expected != null) {
          assertArrayEquals(
              expected.toDoubleArray(), found.toDoubleArray(), 1e-12, sample::toString);
        }
      }
    }
  }

  private static Tensor called(
      Registered derivative, Sample sample, Tensor gradOutput, Tensor result) {
    List<Object> arguments = new ArrayList<>();
    for (Parameter parameter : derivative.derivative().getParameters()) {
      arguments.add(
          switch (parameter.getName()) {
            case "gradOutput" -> gradOutput;
            case "result" -> result;
            default -> argument(derivative, sample, parameter.getName());
          });
    }
    try {
      return (Tensor) derivative.derivative().invoke(null, arguments.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(derivative.toString(), e);
    }
  }

  private static Object argument(Registered derivative, Sample sample, String name) {
    Parameter[] parameters = derivative.operation().getParameters();
    int first = sample.arguments().length - parameters.length;
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].getName().equals(name)) {
        return sample.arguments()[first + i];
      }
    }
    return sample.arguments()[0];
  }

  private static Tensor call(Method operation, Object... arguments) {
    boolean isStatic = Modifier.isStatic(operation.getModifiers());
    Object receiver = isStatic ? null : arguments[0];
    Object[] rest = isStatic ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    // Functional inherits some of its functions from classes that are not public.
    operation.setAccessible(true);
    try {
      return (Tensor) operation.invoke(receiver, rest);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(operation.getName(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(operation.getName(), e);
    }
  }

  @ParameterizedTest
  @MethodSource("samplesInDoublePrecision")
  void firstAndSecondOrderAgreeWithDifferences(Sample sample) {
    Method operation =
        Registered.all().stream()
            .map(Registered::operation)
            .filter(sample::fits)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no derivative is registered"));
    Tensor[] tensors =
        Arrays.stream(sample.arguments())
            .filter(Tensor.class::isInstance)
            .map(Tensor.class::cast)
            .toArray(Tensor[]::new);
    Autograd.gradCheck(all -> call(operation, replaced(sample, all)), tensors);
    Autograd.gradGradCheck(all -> call(operation, replaced(sample, all)), tensors);
  }

  private static Object[] replaced(Sample sample, Tensor[] tensors) {
    Object[] arguments = sample.arguments().clone();
    Tensor[] given = LinearAlgebraSamples.inForm(sample, tensors);
    int next = 0;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Tensor) {
        arguments[i] = given[next++];
      }
    }
    return arguments;
  }

  @Test
  void thereAreManyDerivatives() {
    assertTrue(derivatives().size() > 80);
  }
}
