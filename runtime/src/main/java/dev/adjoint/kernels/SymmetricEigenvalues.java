package dev.adjoint.kernels;

import java.util.Arrays;

/** Eigenvalues and eigenvectors of symmetric matrices. */
public final class SymmetricEigenvalues {
  private SymmetricEigenvalues() {}

  /**
   * Decomposes in place: eigenvectors replace the matrix as columns. NaN everywhere if an element
   * is not finite.
   *
   * @param a the matrix in row-major order; only one triangle is read
   * @param at index of its first element
   * @param n its order
   * @param upper whether the upper triangle is read
   * @return the eigenvalues, smallest first
   */
  public static double[] decompose(double[] a, int at, int n, boolean upper) {
    mirror(a, at, n, upper);
    if (!isFinite(a, at, n * n)) {
      Arrays.fill(a, at, at + n * n, Double.NaN);
      double[] unknown = new double[n];
      Arrays.fill(unknown, Double.NaN);
      return unknown;
    }
    var found = IterativeFactors.symmetric(new Matrix<>(a, at, n, 1), n);
    System.arraycopy(found.vectors(), 0, a, at, n * n);
    return found.values();
  }

  private static void mirror(double[] a, int at, int n, boolean upper) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        int low = at + i * n + j;
        int high = at + j * n + i;
        a[upper ? low : high] = a[upper ? high : low];
      }
    }
  }

  /**
   * Whether all elements of a matrix are finite.
   *
   * @param a holds the matrix
   * @param at index of its first element
   * @param count how many elements it has
   * @return false if one is infinite or NaN
   */
  public static boolean isFinite(double[] a, int at, int count) {
    for (int i = at; i < at + count; i++) {
      if (!Double.isFinite(a[i])) {
        return false;
      }
    }
    return true;
  }
}
