package dev.adjoint.kernels;

/** Logarithms of sums and products with logarithms, kept finite where their parts are not. */
public final class LogarithmicSums {

  private static final double LOG_OF_2 = Math.log(2);

  private LogarithmicSums() {}

  /**
   * The logarithm of a sum of exponentials.
   *
   * @param x an exponent
   * @param y the other
   * @return {@code log(exp(x) + exp(y))}
   */
  public static double natural(double x, double y) {
    if (Double.isInfinite(x) && x == y) {
      return x;
    }
    return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
  }

  /**
   * The binary logarithm of a sum of powers of two.
   *
   * @param x an exponent
   * @param y the other
   * @return {@code log2(2^x + 2^y)}
   */
  public static double binary(double x, double y) {
    if (Double.isInfinite(x) && x == y) {
      return x;
    }
    return Math.max(x, y) + Math.log1p(Math.pow(2, -Math.abs(x - y))) / LOG_OF_2;
  }

  /**
   * A product with a logarithm.
   *
   * @param x the factor
   * @param y the logarithm's argument
   * @return {@code x log(y)}, 0 where x is 0 and y is not NaN
   */
  public static double xLogY(double x, double y) {
    return x == 0 && !Double.isNaN(y) ? 0 : x * Math.log(y);
  }

  /**
   * A product with a logarithm of one plus a value.
   *
   * @param x the factor
   * @param y the logarithm's argument, less one
   * @return {@code x log1p(y)}, 0 where x is 0 and y is not NaN
   */
  public static double xLog1pY(double x, double y) {
    return x == 0 && !Double.isNaN(y) ? 0 : x * Math.log1p(y);
  }
}
