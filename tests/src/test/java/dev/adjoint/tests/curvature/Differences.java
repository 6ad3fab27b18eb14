package dev.adjoint.tests.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;

/** Central differences, to hold matrices of derivatives against. */
final class Differences {
  private static final double STEP = 1e-5;
  private static final double CLOSE = 1e-7;

  private Differences() {}

  /** The derivative of a vector by each number of the point: a column for each. */
  static double[][] of(UnaryOperator<double[]> vector, double[] at) {
    double[][] matrix = new double[vector.apply(at).length][at.length];
    for (int j = 0; j < at.length; j++) {
      double[] moved = at.clone();
      moved[j] = at[j] + STEP;
      double[] above = vector.apply(moved);
      moved[j] = at[j] - STEP;
      double[] below = vector.apply(moved);
      for (int i = 0; i < above.length; i++) {
        matrix[i][j] = (above[i] - below[i]) / (2 * STEP);
      }
    }
    return matrix;
  }

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  /** Compares a matrix with differences. */
  static void compare(double[][] got, double[][] expected) {
    assertEquals(expected.length, got.length);
    for (int i = 0; i < got.length; i++) {
      assertEquals(expected[i].length, got[i].length);
      for (int j = 0; j < got[i].length; j++) {
        double bound = CLOSE * Math.max(1, Math.abs(expected[i][j]));
        assertEquals(expected[i][j], got[i][j], bound, "row " + i + ", column " + j);
      }
    }
  }
}
