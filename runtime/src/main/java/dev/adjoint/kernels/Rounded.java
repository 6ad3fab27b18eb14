package dev.adjoint.kernels;

/** Whole parts of values and quotients, and what they leave. */
public final class Rounded {

  private Rounded() {}

  /**
   * The whole part.
   *
   * @param x any value
   * @return x rounded towards zero, with its sign
   */
  public static double towardsZero(double x) {
    return Math.copySign(Math.floor(Math.abs(x)), x);
  }

  /**
   * The sign.
   *
   * @param x any value
   * @return -1, 0 or 1; 0 for NaN
   */
  public static double sign(double x) {
    return x > 0 ? 1 : x < 0 ? -1 : 0;
  }

  /**
   * The quotient rounded down, computed from the exact remainder so that it fits to {@link
   * #remainder}.
   *
   * @param x the dividend
   * @param y the divisor
   * @return the largest whole number not above {@code x / y}
   */
  public static double floorQuotient(double x, double y) {
    if (y == 0) {
      return x / y;
    }
    double rest = x % y;
    double quotient = (x - rest) / y;
    if (rest != 0 && (y < 0) != (rest < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0, x / y);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /**
   * The remainder with the sign of the divisor.
   *
   * @param x the dividend
   * @param y the divisor
   * @return {@code x - y * floor(x / y)}
   */
  public static double remainder(double x, double y) {
    double rest = x % y;
    return rest != 0 && (y < 0) != (rest < 0) ? rest + y : rest;
  }
}
