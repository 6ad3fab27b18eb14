package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Second derivatives of every program that returns a double: products with the Hessian against
 * differences of gradients, and the Hessian against the products. Only what the first derivative
 * may be refused for may be refused.
 */
class SecondOrderTest {
  private static final double TOLERANCE = 2e-5;
  private static final int FEWEST = 35;

  @Test
  void productsAreThoseOfTheGradients() {
    List<DerivativeCase> cases =
        CaseFolder.configured().derivativeCases().stream()
            .filter(program -> program.java().contains("double f("))
            .toList();
    List<ProgramSource> sources = cases.stream().map(SecondOrderTest::source).toList();
    CompiledPrograms compiled = ProgramCompiler.compile(sources);
    Map<String, String> failures = new TreeMap<>();
    int compared = 0;
    for (DerivativeCase program : cases) {
      List<Finding> findings = compiled.findings(source(program));
      boolean mayBeRefused = program.mayReject() && findings.stream().anyMatch(Finding::isRefusal);
      if (mayBeRefused) {
        continue;
      }
      try {
        check(program, compiled.methods(source(program)));
        compared++;
      } catch (Mismatch e) {
        failures.put(program.id(), String.valueOf(e.getMessage()));
      }
    }
    assertEquals(Map.of(), failures);
    int comparedPrograms = compared;
    assertTrue(compared >= FEWEST, () -> "only " + comparedPrograms + " programs were compared");
  }

  private static ProgramSource source(DerivativeCase program) {
    return ProgramSource.ofSecondOrder(program.id(), program.java());
  }

  private static void check(DerivativeCase program, GeneratedMethods methods) {
    for (Row row : program.rows()) {
      CasePoint point = new CasePoint(methods, row, GradientCheck.differentiable(methods, row));
      double[] direction = point.direction();
      double[] product = point.hvp(direction);
      if (!point.isSmooth(direction)) {
        continue;
      }
      double[] difference = point.differences(direction);
      double[][] hessian = methods.hessian(point.arguments(new double[point.count()]));
      for (int i = 0; i < product.length; i++) {
        close("product", i, product[i], difference[i]);
        double sum = 0;
        for (int j = 0; j < product.length; j++) {
          sum += hessian[i][j] * direction[j];
        }
        close("row of the Hessian", i, sum, product[i]);
      }
    }
  }

  private static void close(String what, int place, double got, double want) {
    if (!Tolerance.isClose(got, want, TOLERANCE)) {
      throw new Mismatch("%s %d: got %s, want %s".formatted(what, place, got, want));
    }
  }
}
