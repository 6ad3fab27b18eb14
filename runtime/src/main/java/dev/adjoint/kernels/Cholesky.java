package dev.adjoint.kernels;

import java.util.Arrays;

/** The lower triangular factor of a symmetric positive definite matrix, row by row. */
public final class Cholesky {
  private Cholesky() {}

  /**
   * Factorises in place; the strict upper triangle is not read and becomes zero.
   *
   * @param a holds the matrix in row-major order
   * @param at index of its first element
   * @param n its order
   * @return 0, or the order of the first leading minor that is not positive
   */
  public static int factor(double[] a, int at, int n) {
    for (int i = 0; i < n; i++) {
      int row = at + i * n;
      for (int j = 0; j < i; j++) {
        a[row + j] = (a[row + j] - dot(a, row, at + j * n, j)) / a[at + j * n + j];
      }
      double pivot = a[row + i] - dot(a, row, row, i);
      if (!(pivot > 0)) {
        return i + 1;
      }
      a[row + i] = Math.sqrt(pivot);
      Arrays.fill(a, row + i + 1, row + n, 0);
    }
    return 0;
  }

  private static double dot(double[] a, int first, int second, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += a[first + k] * a[second + k];
    }
    return sum;
  }
}
