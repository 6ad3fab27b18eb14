package dev.adjoint.tests.arrays;

import dev.adjoint.Differentiable;

/** Methods whose cotangents have rows. */
final class Shapes {

  private Shapes() {}

  /** All rows are of one length. */
  @Differentiable
  static double[][] outer(double[] x, double[] y) {
    double[][] product = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        product[i][j] = x[i] * y[j];
      }
    }
    return product;
  }

  /** The same, one array deeper. */
  @Differentiable
  static double[][][] corner(double x, int rows) {
    double[][][] space = new double[2][rows][1];
    space[0][1][0] = x;
    return space;
  }

  /** The rows are those of what was passed in; some may be missing. */
  @Differentiable
  static void squared(double[][] m) {
    for (int i = 0; i < m.length; i++) {
      if (m[i] == null) {
        continue;
      }
      for (int j = 0; j < m[i].length; j++) {
        m[i][j] = m[i][j] * m[i][j];
      }
    }
  }

  /** A row is replaced by a longer one. */
  @Differentiable
  static double[][] replaced(double[] x) {
    double[][] rows = new double[2][];
    rows[0] = new double[] {x[0]};
    rows[1] = x;
    return rows;
  }

  /** Its own complaint comes before any about the cotangent. */
  @Differentiable
  static void positive(double[] u) {
    if (u[0] <= 0) {
      throw new IllegalStateException("not positive");
    }
    u[0] = Math.log(u[0]);
  }
}
