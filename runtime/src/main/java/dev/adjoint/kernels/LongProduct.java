package dev.adjoint.kernels;

/** Products of integer matrices; overflow wraps. */
public final class LongProduct {
  private LongProduct() {}

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
      Matrix<long[]> a, Matrix<long[]> b, long[] c, int cFrom, MatrixSizes sizes) {
    int n = sizes.n();
    for (int i = 0; i < sizes.m(); i++) {
      for (int j = 0; j < n; j++) {
        int left = a.offset() + i * a.rowStride();
        int right = b.offset() + j * b.columnStride();
        long sum = 0;
        for (int p = 0; p < sizes.k(); p++) {
          sum += a.values()[left + p * a.columnStride()] * b.values()[right + p * b.rowStride()];
        }
        c[cFrom + i * n + j] = sum;
      }
    }
  }
}
