package dev.adjoint.kernels;

/** The extreme elements themselves, where their places are not asked for: four chains at a time. */
public final class RowExtremes {
  private RowExtremes() {}

  /**
   * The extreme element of each row of a dense matrix; NaN where the row has one.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @param largest whether the largest is wanted, rather than the smallest
   * @return one element per row
   */
  public static float[] of(float[] x, int rows, int columns, boolean largest) {
    float[] out = new float[rows];
    for (int r = 0; r < rows; r++) {
      int from = r * columns;
      int to = from + columns;
      out[r] = largest ? largest(x, from, to) : smallest(x, from, to);
    }
    return out;
  }

  /**
   * The extreme element of each row of a dense matrix; NaN where the row has one.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns, at least 1
   * @param largest whether the largest is wanted, rather than the smallest
   * @return one element per row
   */
  public static double[] of(double[] x, int rows, int columns, boolean largest) {
    double[] out = new double[rows];
    for (int r = 0; r < rows; r++) {
      int from = r * columns;
      int to = from + columns;
      out[r] = largest ? largest(x, from, to) : smallest(x, from, to);
    }
    return out;
  }

  /**
   * The largest element of a run; NaN if one is.
   *
   * @param x an array
   * @param from where the run starts
   * @param to where it ends, exclusive; after the start
   * @return the element
   */
  static float largest(float[] x, int from, int to) {
    float a = x[from];
    float b = a;
    float c = a;
    float d = a;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = Math.max(a, x[i]);
      b = Math.max(b, x[i + 1]);
      c = Math.max(c, x[i + 2]);
      d = Math.max(d, x[i + 3]);
    }
    for (; i < to; i++) {
      a = Math.max(a, x[i]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  /**
   * The smallest element of a run; NaN if one is.
   *
   * @param x an array
   * @param from where the run starts
   * @param to where it ends, exclusive; after the start
   * @return the element
   */
  static float smallest(float[] x, int from, int to) {
    float a = x[from];
    float b = a;
    float c = a;
    float d = a;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = Math.min(a, x[i]);
      b = Math.min(b, x[i + 1]);
      c = Math.min(c, x[i + 2]);
      d = Math.min(d, x[i + 3]);
    }
    for (; i < to; i++) {
      a = Math.min(a, x[i]);
    }
    return Math.min(Math.min(a, b), Math.min(c, d));
  }

  /**
   * The largest element of a run; NaN if one is.
   *
   * @param x an array
   * @param from where the run starts
   * @param to where it ends, exclusive; after the start
   * @return the element
   */
  static double largest(double[] x, int from, int to) {
    double a = x[from];
    double b = a;
    double c = a;
    double d = a;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = Math.max(a, x[i]);
      b = Math.max(b, x[i + 1]);
      c = Math.max(c, x[i + 2]);
      d = Math.max(d, x[i + 3]);
    }
    for (; i < to; i++) {
      a = Math.max(a, x[i]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  /**
   * The smallest element of a run; NaN if one is.
   *
   * @param x an array
   * @param from where the run starts
   * @param to where it ends, exclusive; after the start
   * @return the element
   */
  static double smallest(double[] x, int from, int to) {
    double a = x[from];
    double b = a;
    double c = a;
    double d = a;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = Math.min(a, x[i]);
      b = Math.min(b, x[i + 1]);
      c = Math.min(c, x[i + 2]);
      d = Math.min(d, x[i + 3]);
    }
    for (; i < to; i++) {
      a = Math.min(a, x[i]);
    }
    return Math.min(Math.min(a, b), Math.min(c, d));
  }
}
