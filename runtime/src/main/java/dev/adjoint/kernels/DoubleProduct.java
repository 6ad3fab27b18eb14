package dev.adjoint.kernels;

/**
 * Products of dense {@code double} matrices in plain Java: four rows of the product are updated by
 * four rows of the right factor in one loop over arrays of their own, which the compiler
 * vectorises.
 */
public final class DoubleProduct {
  private DoubleProduct() {}

  /**
   * Multiplies two matrices in row-major order.
   *
   * @param a the left factor, {@code m x k}, from index {@code aFrom}
   * @param aFrom where it starts
   * @param b the right factor, {@code k x n}, from index {@code bFrom}
   * @param bFrom where it starts
   * @param c receives the product, {@code m x n}, from index {@code cFrom}
   * @param cFrom where it starts
   * @param sizes m, k and n
   */
  public static void multiply(
      double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom, MatrixSizes sizes) {
    if (sizes.n() < 4 || sizes.m() * (long) sizes.k() < 16) {
      multiplySmall(a, aFrom, b, bFrom, c, cFrom, sizes);
      return;
    }
    int m = sizes.m();
    int k = sizes.k();
    int n = sizes.n();
    double[][] rows = rowsOf(b, bFrom, k, n);
    double[][] tile = new double[4][n];
    for (int i = 0; i < m; i += 4) {
      int height = Math.min(4, m - i);
      for (int r = 0; r < height; r++) {
        java.util.Arrays.fill(tile[r], 0);
      }
      if (height == 4) {
        fourRows(a, aFrom + i * k, rows, tile, k);
      } else {
        for (int r = 0; r < height; r++) {
          oneRow(a, aFrom + (i + r) * k, rows, tile[r], k);
        }
      }
      for (int r = 0; r < height; r++) {
        System.arraycopy(tile[r], 0, c, cFrom + (i + r) * n, n);
      }
    }
  }

  private static double[][] rowsOf(double[] b, int from, int k, int n) {
    double[][] rows = new double[k][n];
    for (int p = 0; p < k; p++) {
      System.arraycopy(b, from + p * n, rows[p], 0, n);
    }
    return rows;
  }

  private static void fourRows(double[] a, int from, double[][] rows, double[][] tile, int k) {
    int p = 0;
    for (; p + 3 < k; p += 4) {
      for (int r = 0; r < 4; r++) {
        int at = from + r * k + p;
        update(tile[r], rows, p, a[at], a[at + 1], a[at + 2], a[at + 3]);
      }
    }
    for (; p < k; p++) {
      for (int r = 0; r < 4; r++) {
        update(tile[r], rows[p], a[from + r * k + p]);
      }
    }
  }

  private static void oneRow(double[] a, int from, double[][] rows, double[] out, int k) {
    int p = 0;
    for (; p + 3 < k; p += 4) {
      int at = from + p;
      update(out, rows, p, a[at], a[at + 1], a[at + 2], a[at + 3]);
    }
    for (; p < k; p++) {
      update(out, rows[p], a[from + p]);
    }
  }

  private static void update(
      double[] out, double[][] rows, int p, double a0, double a1, double a2, double a3) {
    double[] b0 = rows[p];
    double[] b1 = rows[p + 1];
    double[] b2 = rows[p + 2];
    double[] b3 = rows[p + 3];
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
      double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom, MatrixSizes sizes) {
    int k = sizes.k();
    int n = sizes.n();
    for (int i = 0; i < sizes.m(); i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a[aFrom + i * k + p] * b[bFrom + p * n + j];
        }
        c[cFrom + i * n + j] = sum;
      }
    }
  }
}
