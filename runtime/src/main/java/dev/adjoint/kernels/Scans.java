package dev.adjoint.kernels;

/** Row by row passes over a dense matrix in which each element depends on those before it. */
public final class Scans {

  private Scans() {}

  /**
   * Running sums.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns
   * @return a matrix of the same shape
   */
  public static double[] sum(double[] x, int columns) {
    double[] out = x.clone();
    for (int i = 1; i < out.length; i++) {
      out[i] += i % columns == 0 ? 0 : out[i - 1];
    }
    return out;
  }

  /**
   * Running products.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns
   * @return a matrix of the same shape
   */
  public static double[] product(double[] x, int columns) {
    double[] out = x.clone();
    for (int i = 1; i < out.length; i++) {
      out[i] *= i % columns == 0 ? 1 : out[i - 1];
    }
    return out;
  }

  /**
   * Running sums of integers; overflow wraps.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns
   * @return a matrix of the same shape
   */
  public static long[] sum(long[] x, int columns) {
    long[] out = x.clone();
    for (int i = 1; i < out.length; i++) {
      out[i] += i % columns == 0 ? 0 : out[i - 1];
    }
    return out;
  }

  /**
   * Running products of integers; overflow wraps.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns
   * @return a matrix of the same shape
   */
  public static long[] product(long[] x, int columns) {
    long[] out = x.clone();
    for (int i = 1; i < out.length; i++) {
      out[i] *= i % columns == 0 ? 1 : out[i - 1];
    }
    return out;
  }

  /**
   * Running logarithms of sums of exponentials.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns
   * @return a matrix of the same shape
   */
  public static double[] logSumExp(double[] x, int columns) {
    double[] out = x.clone();
    for (int i = 1; i < out.length; i++) {
      out[i] = i % columns == 0 ? out[i] : LogarithmicSums.natural(out[i - 1], out[i]);
    }
    return out;
  }

  /**
   * Places of the running extreme: the last of equal ones, and NaN from the first one on.
   *
   * @param keys a matrix in row-major order, of integers or of {@link RowOrder#keys}
   * @param columns number of columns
   * @param largest whether the largest element is followed, else the smallest
   * @param floating whether the keys stand for floating-point numbers
   * @return columns, a matrix of the same shape
   */
  public static long[] extreme(long[] keys, int columns, boolean largest, boolean floating) {
    long[] out = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int column = i % columns;
      if (column == 0) {
        continue;
      }
      long best = keys[i - column + (int) out[i - 1]];
      boolean isNan = floating && keys[i] == RowOrder.NAN;
      boolean ends = floating && best == RowOrder.NAN;
      boolean follows = largest ? keys[i] >= best : keys[i] <= best;
      out[i] = isNan || (follows && !ends) ? column : out[i - 1];
    }
    return out;
  }
}
