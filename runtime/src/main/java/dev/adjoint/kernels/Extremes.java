package dev.adjoint.kernels;

/**
 * Positions of the extreme elements of each row of a dense matrix: the first NaN, else the first.
 */
public final class Extremes {
  private Extremes() {}

  /**
   * Finds the largest element of each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @return its column, one per row
   */
  public static long[] largest(float[] x, int rows, int columns) {
    long[] out = new long[rows];
    for (int r = 0; r < rows; r++) {
      int first = r * columns;
      int best = first;
      for (int i = first + 1; i < first + columns; i++) {
        if (x[i] > x[best] || (Float.isNaN(x[i]) && !Float.isNaN(x[best]))) {
          best = i;
        }
      }
      out[r] = (long) best - first;
    }
    return out;
  }

  /**
   * Finds the smallest element of each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @return its column, one per row
   */
  public static long[] smallest(float[] x, int rows, int columns) {
    long[] out = new long[rows];
    for (int r = 0; r < rows; r++) {
      int first = r * columns;
      int best = first;
      for (int i = first + 1; i < first + columns; i++) {
        if (x[i] < x[best] || (Float.isNaN(x[i]) && !Float.isNaN(x[best]))) {
          best = i;
        }
      }
      out[r] = (long) best - first;
    }
    return out;
  }

  /**
   * Finds the largest element of each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @return its column, one per row
   */
  public static long[] largest(double[] x, int rows, int columns) {
    long[] out = new long[rows];
    for (int r = 0; r < rows; r++) {
      int first = r * columns;
      int best = first;
      for (int i = first + 1; i < first + columns; i++) {
        if (x[i] > x[best] || (Double.isNaN(x[i]) && !Double.isNaN(x[best]))) {
          best = i;
        }
      }
      out[r] = (long) best - first;
    }
    return out;
  }

  /**
   * Finds the smallest element of each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @return its column, one per row
   */
  public static long[] smallest(double[] x, int rows, int columns) {
    long[] out = new long[rows];
    for (int r = 0; r < rows; r++) {
      int first = r * columns;
      int best = first;
      for (int i = first + 1; i < first + columns; i++) {
        if (x[i] < x[best] || (Double.isNaN(x[i]) && !Double.isNaN(x[best]))) {
          best = i;
        }
      }
      out[r] = (long) best - first;
    }
    return out;
  }

  /**
   * Finds the largest element of each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @return its column, one per row
   */
  public static long[] largest(long[] x, int rows, int columns) {
    long[] out = new long[rows];
    for (int r = 0; r < rows; r++) {
      int first = r * columns;
      int best = first;
      for (int i = first + 1; i < first + columns; i++) {
        if (x[i] > x[best]) {
          best = i;
        }
      }
      out[r] = (long) best - first;
    }
    return out;
  }

  /**
   * Finds the smallest element of each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @return its column, one per row
   */
  public static long[] smallest(long[] x, int rows, int columns) {
    long[] out = new long[rows];
    for (int r = 0; r < rows; r++) {
      int first = r * columns;
      int best = first;
      for (int i = first + 1; i < first + columns; i++) {
        if (x[i] < x[best]) {
          best = i;
        }
      }
      out[r] = (long) best - first;
    }
    return out;
  }
}
