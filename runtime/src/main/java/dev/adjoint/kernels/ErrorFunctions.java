package dev.adjoint.kernels;

/**
 * The error function's relatives on {@code double}: near zero by the series with positive terms,
 * further out by the continued fraction (Abramowitz and Stegun, 7.1.6 and 7.1.14).
 */
public final class ErrorFunctions {

  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
  private static final double FRACTION_FROM = 2;
  private static final double ROOT_TWO = Math.sqrt(2);
  private static final int NEWTON_STEPS = 6;

  private ErrorFunctions() {}

  /**
   * The error function.
   *
   * @param x any value
   * @return erf(x), between -1 and 1
   */
  public static double erf(double x) {
    if (Math.abs(x) < FRACTION_FROM) {
      return series(x);
    }
    return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
  }

  /**
   * The complementary error function.
   *
   * @param x any value
   * @return 1 - erf(x), accurate where that is small
   */
  public static double erfc(double x) {
    if (x >= FRACTION_FROM) {
      return Math.exp(-x * x) * erfcx(x);
    }
    return x <= -FRACTION_FROM ? 2 - erfc(-x) : 1 - series(x);
  }

  /**
   * The scaled complementary error function.
   *
   * @param x any value
   * @return exp(x * x) * erfc(x)
   */
  public static double erfcx(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x < FRACTION_FROM) {
      return Math.exp(x * x) * erfc(x);
    }
    // Backward evaluation from a depth at which the tail no longer matters.
    double tail = 0;
    for (int k = 120; k >= 1; k--) {
      tail = k / 2.0 / (x + tail);
    }
    return 1 / (Math.sqrt(Math.PI) * (x + tail));
  }

  /**
   * The inverse of the error function.
   *
   * @param y between -1 and 1; NaN outside
   * @return x with erf(x) = y
   */
  public static double erfinv(double y) {
    if (Math.abs(y) >= 0.5 || Double.isNaN(y)) {
      return Math.copySign(inverseErfc(1 - Math.abs(y)), y);
    }
    double x = y / TWO_OVER_ROOT_PI;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      x -= (series(x) - y) / (TWO_OVER_ROOT_PI * Math.exp(-x * x));
    }
    return x;
  }

  /** Newton's method on the logarithm, which is nearly parabolic; {@code q} from 0 to 1/2. */
  private static double inverseErfc(double q) {
    if (!(q >= 0)) {
      return Double.NaN;
    }
    if (q == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double target = Math.log(q);
    double x = Math.sqrt(Math.max(0.1, -target - 0.5 * Math.log(Math.max(1, -target))));
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double scaled = erfcx(x);
      double residual = -x * x + Math.log(scaled) - target;
      x += residual * scaled / TWO_OVER_ROOT_PI;
    }
    return x;
  }

  /**
   * The distribution function of the standard normal distribution.
   *
   * @param x any value
   * @return the probability of a value below {@code x}
   */
  public static double ndtr(double x) {
    return 0.5 * erfc(-x / ROOT_TWO);
  }

  /**
   * The logarithm of {@link #ndtr}, accurate in the left tail.
   *
   * @param x any value
   * @return log ndtr(x)
   */
  public static double logNdtr(double x) {
    double t = x / ROOT_TWO;
    return x < -1 ? Math.log(erfcx(-t) / 2) - t * t : Math.log1p(-erfc(t) / 2);
  }

  /**
   * The inverse of {@link #ndtr}.
   *
   * @param p a probability; NaN outside of 0 to 1
   * @return x with ndtr(x) = p
   */
  public static double ndtri(double p) {
    if (p > 0.25 && p < 0.75) {
      return ROOT_TWO * erfinv(2 * p - 1);
    }
    return p < 0.5 ? -ROOT_TWO * inverseErfc(2 * p) : ROOT_TWO * inverseErfc(2 * (1 - p));
  }
}
