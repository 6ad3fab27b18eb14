package dev.adjoint.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is measured against each other computes the same, on a small size. */
class EqualGradientsTest {

  @Test
  void scalarLoop() {
    ScalarLoopBenchmark benchmark = new ScalarLoopBenchmark();
    benchmark.n = 40;
    assertEqualGradients(benchmark);
  }

  @Test
  void weightedDot() {
    WeightedDotBenchmark benchmark = new WeightedDotBenchmark();
    benchmark.n = 40;
    benchmark.fill();
    assertEqualGradients(benchmark);
  }

  @Test
  void stencil() {
    StencilBenchmark benchmark = new StencilBenchmark();
    benchmark.n = 12;
    benchmark.sweeps = 5;
    benchmark.fill();
    assertEqualGradients(benchmark);
  }

  @Test
  void rosenbrock() {
    RosenbrockBenchmark benchmark = new RosenbrockBenchmark();
    benchmark.n = 40;
    benchmark.fill();
    assertEqualGradients(benchmark);
  }

  @Test
  void subset() {
    SubsetBenchmark benchmark = new SubsetBenchmark();
    benchmark.n = 40;
    benchmark.fill();
    assertEqualGradients(benchmark);
    assertArrayEquals(benchmark.allParameters(), benchmark.generated());
  }

  private static void assertEqualGradients(GradientBenchmark benchmark) {
    double[] byHand = benchmark.byHand();
    double[] generated = benchmark.generated();
    assertEquals(byHand.length, generated.length);
    for (int i = 0; i < byHand.length; i++) {
      assertEquals(byHand[i], generated[i], 1e-12 * Math.max(1, Math.abs(byHand[i])));
    }
    assertTrue(byHand.length > 0);
  }
}
