package dev.adjoint.kernels;

/** Products of dense integer matrices; overflow wraps. */
public final class LongProduct {
  private LongProduct() {}

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
      long[] a, int aFrom, long[] b, int bFrom, long[] c, int cFrom, MatrixSizes sizes) {
    int k = sizes.k();
    int n = sizes.n();
    for (int i = 0; i < sizes.m(); i++) {
      for (int j = 0; j < n; j++) {
        long sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a[aFrom + i * k + p] * b[bFrom + p * n + j];
        }
        c[cFrom + i * n + j] = sum;
      }
    }
  }
}
