package dev.adjoint.tape;

/**
 * The sum of a stream as {@code java.util.stream.DoubleStream.sum()} yields it: compensated for
 * rounding, unless the compensation fails at infinities.
 */
public final class CompensatedSum {
  private CompensatedSum() {}

  /**
   * The value of a sum. Its derivative with respect to each term is that of the plain sum, 1.
   *
   * @param plain the terms added up one by one
   * @param compensated the same with Kahan's compensation
   * @return {@code compensated}, or {@code plain} where that alone is infinite
   */
  public static double of(double plain, double compensated) {
    return Double.isNaN(compensated) && Double.isInfinite(plain) ? plain : compensated;
  }
}
