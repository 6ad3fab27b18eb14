package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundSource;
import dev.adjoint.processor.ir.FunctionId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectSummariesTest {
  @Test
  void writesPassThroughAliasesAndRecursion() {
    var summary =
        summary(
            """
            static void even(double[] a, double[] b, int n) {
              if (n > 0) odd(b, a, n - 1);
            }

            static void odd(double[] c, double[] d, int n) {
              double[] alias = c;
              alias[0] = n;
              even(c, d, n - 1);
            }

            @Differentiable static double f(double[] x, double[] y, double[] z) {
              even(x, y, 3);
              return x[0] + y[0] + z[0];
            }
            """);
    assertEquals(List.of(0, 1), summary.mutated());
  }

  @Test
  void aRowIsPartOfItsArray() {
    var summary =
        summary(
            """
            @Differentiable static double f(double[][] a, double[][] b) {
              double[] row = a[0];
              for (double[] other : b) {
                row[0] += other[0];
              }
              return row[0];
            }
            """);
    assertEquals(List.of(0), summary.mutated());
  }

  @Test
  void returnedParametersAreKnown() {
    var summary =
        summary(
            """
            static double[] same(int n, double[] v) {
              return v;
            }

            @Differentiable static double[] f(double[] a, double[] b) {
              double[] c = same(1, b);
              return c;
            }
            """);
    assertEquals(Set.of(1), summary.returnedParameters());
    assertTrue(summary.isPure());
  }

  @Test
  void stateAndChanceAreSideEffectsOfTheirCallers() {
    var summary =
        summary(
            """
            static double noisy(double x) {
              System.out.println(x);
              return x * Math.random();
            }

            @Differentiable static double f(double x) {
              return noisy(x);
            }
            """);
    assertTrue(summary.hasSideEffects());
    assertFalse(summary.isDeterministic());
  }

  private static EffectSummaries.Summary summary(String members) {
    Map<FunctionId, BoundMethod> methods = BoundSource.of(members).program().functions();
    FunctionId f =
        methods.keySet().stream().filter(id -> id.name().equals("f")).findFirst().orElseThrow();
    return EffectSummaries.of(methods, _ -> EffectSummaries.Summary.NONE).of(f);
  }
}
