package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Second derivatives of every program that returns a double: products with the Hessian against
 * differences of gradients, and the Hessian against the products. Only what the first derivative
 * may be refused for may be refused.
 */
class SecondOrderTest {
  private static final double STEP = 1e-5;
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
      Point point = new Point(methods, row, GradientCheck.differentiable(methods, row));
      double[] direction = direction(point.count());
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

  private static double[] direction(int count) {
    double[] direction = new double[count];
    for (int i = 0; i < count; i++) {
      direction[i] = i % 2 == 0 ? 1 - 0.1 * i : -0.6 + 0.05 * i;
    }
    return direction;
  }

  /**
   * Where a program is differentiated.
   *
   * @param wrt the differentiable parameters
   */
  private record Point(GeneratedMethods methods, Row row, List<String> wrt) {

    int count() {
      return wrt.stream().mapToInt(name -> Numbers.count(argument(name))).sum();
    }

    private Object argument(String name) {
      int index = methods.parameterNames().indexOf(name);
      return Numbers.read(row.arguments().get(index), methods.parameterTypes().get(index));
    }

    /** The arguments, moved along a vector. */
    Object[] arguments(double[] move) {
      List<Object> arguments = new ArrayList<>();
      int first = 0;
      for (String name : methods.parameterNames()) {
        Object argument = argument(name);
        if (wrt.contains(name)) {
          int count = Numbers.count(argument);
          argument = Numbers.moved(argument, move, first);
          first += count;
        }
        arguments.add(argument);
      }
      return arguments.toArray();
    }

    double[] hvp(double[] direction) {
      List<Object> tangents = new ArrayList<>();
      int first = 0;
      for (String name : wrt) {
        Object zero = Numbers.zero(argument(name));
        tangents.add(Numbers.moved(zero, direction, first));
        first += Numbers.count(zero);
      }
      return flat(methods.hvp(arguments(new double[count()]), tangents));
    }

    /**
     * Whether the gradient lies between those on both sides: not so where a test is for equality.
     */
    boolean isSmooth(double[] direction) {
      double[] above = gradient(direction, STEP);
      double[] at = gradient(direction, 0);
      double[] below = gradient(direction, -STEP);
      return IntStream.range(0, at.length)
          .allMatch(i -> Tolerance.isClose((above[i] + below[i]) / 2, at[i], TOLERANCE));
    }

    double[] differences(double[] direction) {
      double[] above = gradient(direction, STEP);
      double[] below = gradient(direction, -STEP);
      for (int i = 0; i < above.length; i++) {
        above[i] = (above[i] - below[i]) / (2 * STEP);
      }
      return above;
    }

    private double[] gradient(double[] direction, double step) {
      double[] move = direction.clone();
      for (int i = 0; i < move.length; i++) {
        move[i] *= step;
      }
      return flat(methods.backward(arguments(move), 1.0));
    }

    private static double[] flat(Map<String, Object> gradients) {
      return gradients.values().stream().flatMapToDouble(Numbers::flat).toArray();
    }
  }
}
