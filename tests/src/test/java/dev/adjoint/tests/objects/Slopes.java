package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;

/** Derivatives by differences, to compare with. */
final class Slopes {
  private static final double STEP = 1e-6;
  private static final double CLOSE = 1e-6;

  private Slopes() {}

  /** The slopes of a function in every direction. */
  static double[] of(ToDoubleFunction<double[]> function, double... at) {
    double[] slopes = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double[] after = at.clone();
      double[] before = at.clone();
      after[i] += STEP;
      before[i] -= STEP;
      slopes[i] = (function.applyAsDouble(after) - function.applyAsDouble(before)) / (2 * STEP);
    }
    return slopes;
  }

  /** Whether derivatives are those of a function. */
  static void assertAre(double[] slopes, double... derivatives) {
    assertEquals(slopes.length, derivatives.length);
    for (int i = 0; i < slopes.length; i++) {
      double allowed = CLOSE * Math.max(1, Math.abs(slopes[i]));
      assertEquals(slopes[i], derivatives[i], allowed, "derivative " + i);
    }
  }
}
