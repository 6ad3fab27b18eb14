package dev.adjoint.kernels;

/**
 * Gaussian elimination with row exchanges. The packed form, the pivots and the number returned are
 * LAPACK's {@code getrf}: both factors in one matrix, and rows exchanged one after the other.
 */
public final class LowerUpper {
  private LowerUpper() {}

  /**
   * Factorises {@code P A = L U} in place: the unit lower triangle below the diagonal, the upper
   * one on and above it.
   *
   * @param a holds the matrix in row-major order
   * @param at index of its first element
   * @param rows its rows
   * @param columns its columns
   * @param pivots receives, for each step, the row exchanged with, counted from 1
   * @param pivotsAt where they start
   * @return 0, or the first step whose pivot is zero, counted from 1
   */
  public static int factor(double[] a, int at, int rows, int columns, int[] pivots, int pivotsAt) {
    int info = 0;
    for (int step = 0; step < Math.min(rows, columns); step++) {
      int pivot = largest(a, at, rows, columns, step);
      pivots[pivotsAt + step] = pivot + 1;
      swap(a, at + step * columns, at + pivot * columns, columns);
      if (a[at + step * columns + step] != 0) {
        eliminate(a, at, rows, columns, step);
      } else if (info == 0) {
        info = step + 1;
      }
    }
    return info;
  }

  private static int largest(double[] a, int at, int rows, int columns, int step) {
    int found = step;
    for (int i = step + 1; i < rows; i++) {
      if (Math.abs(a[at + i * columns + step]) > Math.abs(a[at + found * columns + step])) {
        found = i;
      }
    }
    return found;
  }

  private static void eliminate(double[] a, int at, int rows, int columns, int step) {
    int from = at + step * columns;
    double pivot = a[from + step];
    for (int i = step + 1; i < rows; i++) {
      int to = at + i * columns;
      double factor = a[to + step] / pivot;
      a[to + step] = factor;
      for (int j = step + 1; j < columns; j++) {
        a[to + j] -= factor * a[from + j];
      }
    }
  }

  private static void swap(double[] a, int first, int second, int count) {
    if (first == second) {
      return;
    }
    for (int j = 0; j < count; j++) {
      double held = a[first + j];
      a[first + j] = a[second + j];
      a[second + j] = held;
    }
  }

  /**
   * The order of the rows after all exchanges.
   *
   * @param pivots rows exchanged with, counted from 1
   * @param at where they start
   * @param steps how many there are
   * @param rows the number of rows
   * @return for each row of {@code P A} the row of {@code A}
   */
  public static int[] order(int[] pivots, int at, int steps, int rows) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    for (int step = 0; step < steps; step++) {
      int other = pivots[at + step] - 1;
      int held = order[step];
      order[step] = order[other];
      order[other] = held;
    }
    return order;
  }

  /**
   * The sign of the permutation.
   *
   * @param pivots rows exchanged with, counted from 1
   * @param at where they start
   * @param steps how many there are
   * @return 1 or -1
   */
  public static int sign(int[] pivots, int at, int steps) {
    int sign = 1;
    for (int step = 0; step < steps; step++) {
      sign = pivots[at + step] == step + 1 ? sign : -sign;
    }
    return sign;
  }
}
