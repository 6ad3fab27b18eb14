package dev.adjoint.kernels;

/**
 * Products of {@code double} matrices in plain Java: a row of the product is updated by four rows
 * of the right factor in one loop over arrays of their own, which the compiler vectorises. The left
 * factor is read element by element, in whatever direction it lies.
 */
public final class DoubleProduct {
  private DoubleProduct() {}

  /**
   * Multiplies two matrices.
   *
   * @param a the left factor, {@code m x k}
   * @param b the right factor, {@code k x n}
   * @param c receives the product, {@code m x n}, in row-major order from index {@code cFrom}
   * @param cFrom where it starts
   * @param sizes m, k and n
   */
  public static void multiply(
      Matrix<double[]> a, Matrix<double[]> b, double[] c, int cFrom, MatrixSizes sizes) {
    if (sizes.n() < 4 || sizes.m() * (long) sizes.k() < 16) {
      multiplySmall(a, b, c, cFrom, sizes);
      return;
    }
    int n = sizes.n();
    double[][] rows = rowsOf(b, sizes.k(), n);
    double[] row = new double[n];
    for (int i = 0; i < sizes.m(); i++) {
      java.util.Arrays.fill(row, 0);
      accumulate(a, a.offset() + i * a.rowStride(), rows, row);
      System.arraycopy(row, 0, c, cFrom + i * n, n);
    }
  }

  private static double[][] rowsOf(Matrix<double[]> b, int k, int n) {
    double[][] rows = new double[k][n];
    if (b.columnStride() == 1) {
      for (int p = 0; p < k; p++) {
        System.arraycopy(b.values(), b.offset() + p * b.rowStride(), rows[p], 0, n);
      }
    } else {
      transpose(b, rows, n);
    }
    return rows;
  }

  /** Copies columns to rows, in tiles that stay in the cache. */
  private static void transpose(Matrix<double[]> b, double[][] rows, int n) {
    int tile = 32;
    for (int from = 0; from < n; from += tile) {
      int to = Math.min(n, from + tile);
      for (int p = 0; p < rows.length; p++) {
        copyStrided(b, p, rows[p], from, to);
      }
    }
  }

  private static void copyStrided(Matrix<double[]> b, int p, double[] row, int from, int to) {
    double[] values = b.values();
    int first = b.offset() + p * b.rowStride();
    int stride = b.columnStride();
    for (int j = from; j < to; j++) {
      row[j] = values[first + j * stride];
    }
  }

  private static void accumulate(Matrix<double[]> a, int from, double[][] rows, double[] out) {
    double[] values = a.values();
    int step = a.columnStride();
    int p = 0;
    for (; p + 3 < rows.length; p += 4) {
      int at = from + p * step;
      update(
          out,
          rows,
          p,
          new double[] {
            values[at], values[at + step], values[at + 2 * step], values[at + 3 * step]
          });
    }
    for (; p < rows.length; p++) {
      update(out, rows[p], values[from + p * step]);
    }
  }

  private static void update(double[] out, double[][] rows, int p, double[] factors) {
    double[] b0 = rows[p];
    double[] b1 = rows[p + 1];
    double[] b2 = rows[p + 2];
    double[] b3 = rows[p + 3];
    double a0 = factors[0];
    double a1 = factors[1];
    double a2 = factors[2];
    double a3 = factors[3];
    for (int j = 0; j < out.length; j++) {
      out[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void update(double[] out, double[] row, double factor) {
    for (int j = 0; j < out.length; j++) {
      out[j] += factor * row[j];
    }
  }

  private static void multiplySmall(
      Matrix<double[]> a, Matrix<double[]> b, double[] c, int cFrom, MatrixSizes sizes) {
    int n = sizes.n();
    for (int i = 0; i < sizes.m(); i++) {
      for (int j = 0; j < n; j++) {
        int left = a.offset() + i * a.rowStride();
        int right = b.offset() + j * b.columnStride();
        c[cFrom + i * n + j] = inner(a, left, b, right, sizes.k());
      }
    }
  }

  private static double inner(Matrix<double[]> a, int left, Matrix<double[]> b, int right, int k) {
    double[] x = a.values();
    double[] y = b.values();
    double sum = 0;
    for (int p = 0; p < k; p++) {
      sum += x[left + p * a.columnStride()] * y[right + p * b.rowStride()];
    }
    return sum;
  }
}
