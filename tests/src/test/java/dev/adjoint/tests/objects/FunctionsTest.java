package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gradients through functions that are known, compared with differences. */
final class FunctionsTest {
  private static final double CLOSE = 1e-9;

  @Test
  void bothModesAgreeWithDifferences() {
    for (int seed = 0; seed < 5; seed++) {
      FunctionsGradCheck.defaults(new Random(seed));
      FunctionsGradCheck.inLoop(new Random(seed));
      FunctionsGradCheck.stored(new Random(seed));
      FunctionsGradCheck.bound(new Random(seed));
    }
  }

  @Test
  void lambdasOfConstantsHaveTheirSlope() {
    double x = 0.7;
    // 7 x² + sin x + sin x²
    double slope = 14 * x + Math.cos(x) + 2 * x * Math.cos(x * x);
    assertEquals(slope, FunctionsGrad.storedBackward(x, 1).x(), CLOSE);
  }

  @Test
  void defaultMethodsRunTheLambda() {
    double x = 0.5;
    assertEquals(Functions.inLoop(x), FunctionsGrad.inLoopValueAndGrad(x).value(), CLOSE);
    // x, then 4 x, then 23 x
    assertEquals(23 * x, Functions.inLoop(x), CLOSE);
    assertEquals(23, FunctionsGrad.inLoopBackward(x, 1).x(), CLOSE);
  }
}
