package dev.adjoint.ops;

import dev.adjoint.kernels.LowerUpper;
import dev.adjoint.kernels.Matrix;
import dev.adjoint.kernels.Triangle;

/** Systems of equations solved by Gaussian elimination, for all matrices of a batch. */
final class Elimination {
  private Elimination() {}

  /**
   * Solves {@code A X = B} in place.
   *
   * @param a the matrices, overwritten by their factors
   * @param b the right-hand sides, overwritten by the solutions
   * @return for each matrix 0, or the first pivot that is zero, counted from 1
   */
  static int[] solve(MatrixBatch a, MatrixBatch b) {
    int n = a.rows();
    int[] info = new int[a.count()];
    int[] pivots = new int[n];
    for (int i = 0; i < info.length; i++) {
      info[i] = LowerUpper.factor(a.values(), i * a.elements(), n, n, pivots, 0);
      permute(b, i, LowerUpper.order(pivots, 0, n, n));
      substitute(a.matrix(i), n, b.matrix(i), b.columns());
    }
    return info;
  }

  /** Applies the two triangles of a packed factorisation. */
  static void substitute(Matrix<double[]> factors, int n, Matrix<double[]> b, int columns) {
    new Triangle(factors, n, false, true).solve(b, columns);
    new Triangle(factors, n, true, false).solve(b, columns);
  }

  private static void permute(MatrixBatch b, int index, int[] order) {
    int width = b.columns();
    int at = index * b.elements();
    double[] rows = new double[b.elements()];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(b.values(), at + order[i] * width, rows, i * width, width);
    }
    System.arraycopy(rows, 0, b.values(), at, rows.length);
  }
}
