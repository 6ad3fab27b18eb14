package dev.adjoint.kernels;

import java.util.Arrays;

/**
 * Orthogonal triangularisation by reflections {@code I - tau v v^T} with {@code v} starting at 1.
 * The form, and so every sign, is LAPACK's {@code geqrf}: a column that is already zero below the
 * diagonal is left alone.
 */
public final class Householder {
  private Householder() {}

  /**
   * Factorises in place: R on and above the diagonal, the rest of the vectors below it.
   *
   * @param a a matrix
   * @param rows its rows
   * @param columns its columns
   * @param tau receives one factor a reflection
   * @param tauAt where they start
   */
  public static void factor(Matrix<double[]> a, int rows, int columns, double[] tau, int tauAt) {
    for (int j = 0; j < Math.min(rows, columns); j++) {
      double factor = reflect(part(a, j, j), rows - j);
      tau[tauAt + j] = factor;
      apply(part(a, j, j), factor, part(a, j, j + 1), rows - j, columns - j - 1);
    }
  }

  /**
   * The reflection that turns a column into a multiple of the first unit vector, in its place.
   *
   * @param column a matrix whose first column is meant
   * @param rows its rows
   * @return the factor tau; 0 for no reflection
   */
  static double reflect(Matrix<double[]> column, int rows) {
    double[] x = column.values();
    int stride = column.rowStride();
    int first = column.offset();
    double rest = norm(x, first + stride, stride, rows - 1);
    if (rest == 0) {
      return 0;
    }
    double alpha = x[first];
    double beta = -Math.copySign(Math.hypot(alpha, rest), alpha);
    for (int i = 1; i < rows; i++) {
      x[first + i * stride] /= alpha - beta;
    }
    x[first] = beta;
    return (beta - alpha) / beta;
  }

  private static double norm(double[] x, int at, int stride, int count) {
    double largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Math.abs(x[at + i * stride]));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double scaled = x[at + i * stride] / largest;
      sum += scaled * scaled;
    }
    return largest * Math.sqrt(sum);
  }

  /** Applies a reflection from the left: {@code C -= tau v (v^T C)}. */
  static void apply(Matrix<double[]> v, double tau, Matrix<double[]> c, int rows, int columns) {
    if (tau == 0 || columns == 0) {
      return;
    }
    // The sums of a row of C at a time, which lies in one piece, or of a column.
    if (c.columnStride() == 1 && columns > 1) {
      applyByRows(v, tau, c, rows, columns);
    } else {
      applyByColumns(v, tau, c, rows, columns);
    }
  }

  private static void applyByRows(
      Matrix<double[]> v, double tau, Matrix<double[]> c, int rows, int columns) {
    double[] x = c.values();
    double[] sums = Arrays.copyOfRange(x, c.offset(), c.offset() + columns);
    for (int i = 1; i < rows; i++) {
      double factor = v.values()[v.offset() + i * v.rowStride()];
      int at = c.offset() + i * c.rowStride();
      for (int j = 0; j < columns; j++) {
        sums[j] += factor * x[at + j];
      }
    }
    for (int i = 0; i < rows; i++) {
      double factor = i == 0 ? tau : tau * v.values()[v.offset() + i * v.rowStride()];
      int at = c.offset() + i * c.rowStride();
      for (int j = 0; j < columns; j++) {
        x[at + j] -= factor * sums[j];
      }
    }
  }

  private static void applyByColumns(
      Matrix<double[]> v, double tau, Matrix<double[]> c, int rows, int columns) {
    for (int j = 0; j < columns; j++) {
      double[] x = c.values();
      int at = c.offset() + j * c.columnStride();
      double sum = x[at];
      for (int i = 1; i < rows; i++) {
        sum += v.values()[v.offset() + i * v.rowStride()] * x[at + i * c.rowStride()];
      }
      sum *= tau;
      x[at] -= sum;
      for (int i = 1; i < rows; i++) {
        x[at + i * c.rowStride()] -= sum * v.values()[v.offset() + i * v.rowStride()];
      }
    }
  }

  /**
   * Multiplies by the product of reflections from the left.
   *
   * @param a holds the vectors below its diagonal
   * @param tau one factor a reflection
   * @param c the matrix, overwritten
   * @param sizes its rows, the number of reflections, its columns
   */
  public static void multiply(
      Matrix<double[]> a, double[] tau, Matrix<double[]> c, MatrixSizes sizes) {
    for (int j = sizes.k() - 1; j >= 0; j--) {
      apply(part(a, j, j), tau[j], part(c, j, 0), sizes.m() - j, sizes.n());
    }
  }

  /** The matrix from a row and a column on. */
  static Matrix<double[]> part(Matrix<double[]> a, int row, int column) {
    return new Matrix<>(
        a.values(),
        a.offset() + row * a.rowStride() + column * a.columnStride(),
        a.rowStride(),
        a.columnStride());
  }
}
