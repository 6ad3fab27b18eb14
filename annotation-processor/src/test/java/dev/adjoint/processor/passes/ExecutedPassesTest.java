package dev.adjoint.processor.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After every pass the functions of the cases compute the derivative that differences show. */
class ExecutedPassesTest {
  private static final double TOLERANCE = 1e-6;

  static Stream<PassCase> cases() {
    return PassCase.all().stream().filter(PassCase::isRun);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsThatOfDifferencesAfterEveryPass(PassCase pass) {
    CaseRuns runs = new CaseRuns(pass);
    Stages stages = new Stages(pass);
    double[] weights = Numbers.weights(runs.outputs(pass.arguments()));
    double[] expected =
        new Differences(runs::outputs, pass.arguments(), pass.wrt()).gradient(weights);
    for (String name : List.of("adjoint", "simplified adjoint", "kept or recomputed")) {
      IrFunction function = stages.after(name);
      check(expected, runs.gradients(function, weights, false), function);
    }
    for (String name : List.of("stored", "simplified storage")) {
      IrFunction function = stages.after(name);
      check(expected, runs.gradients(function, weights, true), function);
    }
  }

  private static void check(double[] expected, List<Object> gradients, IrFunction function) {
    double[] actual = Numbers.of(gradients);
    String text = IrPrinter.print(function);
    assertEquals(expected.length, actual.length, text);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], TOLERANCE * (1 + Math.abs(expected[i])), text);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTangentIsTheSlopeInItsDirection(PassCase pass) {
    CaseRuns runs = new CaseRuns(pass);
    Stages stages = new Stages(pass);
    double[] weights = Numbers.weights(runs.outputsInDirection(pass.arguments()));
    var differences = new Differences(runs::outputsInDirection, pass.arguments(), pass.wrt());
    double[] direction = Numbers.weights(differences.inputs());
    double expected = differences.slope(direction, weights);
    for (String name : List.of("tangent", "simplified tangent")) {
      IrFunction function = stages.after(name);
      List<Object> tangents =
          runs.tangents(function, Numbers.with(differences.inputs(), direction));
      assertEquals(
          expected,
          Numbers.dot(weights, Numbers.of(tangents)),
          TOLERANCE * (1 + Math.abs(expected)),
          IrPrinter.print(function));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsOnlyRewrittenYieldsTheSame(PassCase pass) {
    CaseRuns runs = new CaseRuns(pass);
    double[] expected = Numbers.of(runs.run(pass.primal(), pass.arguments(), false));
    Set<String> rewriting = Set.of("clean primal", "argument copies", "expanded");
    for (String name : pass.expected().keySet()) {
      if (rewriting.contains(name)) {
        IrFunction function = new Stages(pass).after(name);
        List<Object> yields = runs.run(function, pass.arguments(), true);
        check(expected, yields, function);
      }
    }
  }
}
