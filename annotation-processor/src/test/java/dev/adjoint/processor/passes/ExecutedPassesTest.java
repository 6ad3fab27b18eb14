package dev.adjoint.processor.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrPrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After every pass the functions of the cases compute the derivative that differences show. */
class ExecutedPassesTest {
  private static final double TOLERANCE = 1e-6;

  static Stream<PassCase> cases() {
    return PassCase.all().stream().filter(pass -> pass.arguments().length > 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsThatOfDifferencesAfterEveryPass(PassCase pass) {
    Stages stages = new Stages(pass);
    List<Differences.Input> inputs = Differences.inputs(pass.wrt(), pass.arguments());
    double[] expected =
        inputs.stream()
            .mapToDouble(
                input -> Differences.slope(pass.primal(), pass.arguments(), List.of(input)))
            .toArray();
    for (String name : List.of("adjoint", "simplified adjoint", "kept or recomputed")) {
      IrFunction function = stages.after(name);
      check(expected, IrInterpreter.run(function, pass.arguments()), function);
    }
    for (String name : List.of("stored", "simplified storage")) {
      IrFunction function = stages.after(name);
      check(expected, IrInterpreter.runInPlace(function, pass.arguments()), function);
    }
  }

  private static void check(double[] expected, List<Object> yields, IrFunction function) {
    double[] actual = Differences.flat(yields.subList(1, yields.size()));
    String text = IrPrinter.print(function);
    assertEquals(expected.length, actual.length, text);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], TOLERANCE * (1 + Math.abs(expected[i])), text);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTangentIsTheSlopeInItsDirection(PassCase pass) {
    Stages stages = new Stages(pass);
    List<Differences.Input> direction = Differences.inputs(pass.wrt(), pass.arguments());
    double expected = Differences.slope(pass.primal(), pass.arguments(), direction);
    List<Object> arguments = new ArrayList<>(Arrays.asList(pass.arguments()));
    pass.wrt().forEach(i -> arguments.add(Differences.ones(pass.arguments()[i])));
    for (String name : List.of("tangent", "simplified tangent")) {
      IrFunction function = stages.after(name);
      Object tangent = IrInterpreter.run(function, arguments.toArray()).get(1);
      assertEquals(
          expected,
          (Double) tangent,
          TOLERANCE * (1 + Math.abs(expected)),
          IrPrinter.print(function));
    }
  }
}
