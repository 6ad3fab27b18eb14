package dev.adjoint.kernels;

/**
 * The gamma function's relatives on {@code double}. Arguments below {@link #SHIFTED} are moved up
 * by the recurrence, then the asymptotic series with Bernoulli numbers applies (Abramowitz and
 * Stegun, 6.1.40, 6.3.18 and 23.2.9).
 */
public final class GammaFunctions {

  private static final double SHIFTED = 15;

  /** So near to zero the function is the logarithm of the reciprocal. */
  private static final double TINY = 1e-100;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /** B(2k) for k = 1, 2, ... */
  private static final double[] BERNOULLI = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
  };

  private GammaFunctions() {}

  /**
   * The logarithm of the absolute value of the gamma function.
   *
   * @param x any value; infinity at 0 and the negative integers
   * @return log |gamma(x)|
   */
  public static double logGamma(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Double.isInfinite(x) || isPole(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (Math.abs(x) < TINY) {
      return -Math.log(Math.abs(x));
    }
    if (x < 0.5) {
      return Math.log(Math.PI) - Math.log(Math.abs(sinPi(x))) - logGamma(1 - x);
    }
    double product = 1;
    double z = x;
    for (; z < SHIFTED; z++) {
      product *= z;
    }
    return stirling(z) - Math.log(product);
  }

  private static double stirling(double z) {
    double sum = (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI;
    double power = z;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      sum += BERNOULLI[k - 1] / (2.0 * k * (2 * k - 1) * power);
      power *= z * z;
    }
    return sum;
  }

  /**
   * The logarithmic derivative of the gamma function.
   *
   * @param x any value; NaN at the negative integers, infinite against the sign of a zero
   * @return digamma(x)
   */
  public static double digamma(double x) {
    if (x == 0) {
      return Math.copySign(Double.POSITIVE_INFINITY, -x);
    }
    if (x == Double.NEGATIVE_INFINITY || isPole(x)) {
      return Double.NaN;
    }
    if (x < 0) {
      return digamma(1 - x) - Math.PI * cosPi(x) / sinPi(x);
    }
    double sum = 0;
    double z = x;
    for (; z < SHIFTED; z++) {
      sum -= 1 / z;
    }
    sum += Math.log(z) - 0.5 / z;
    double power = z * z;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      sum -= BERNOULLI[k - 1] / (2 * k * power);
      power *= z * z;
    }
    return sum;
  }

  /**
   * A derivative of digamma.
   *
   * @param order how many times digamma is differentiated, at least 0
   * @param x any value
   * @return the derivative of that order
   */
  public static double polygamma(int order, double x) {
    if (order == 0) {
      return digamma(x);
    }
    if (order == 1 && x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (order == 1 && x < 0.5) {
      double s = sinPi(x);
      return Math.PI * Math.PI / (s * s) - polygamma(1, 1 - x);
    }
    double factorial = 1;
    for (int k = 2; k <= order && factorial < Double.POSITIVE_INFINITY; k++) {
      factorial *= k;
    }
    return (order % 2 == 0 ? -factorial : factorial) * zeta(order + 1.0, x);
  }

  /**
   * The logarithm of the multivariate gamma function.
   *
   * @param p the dimension, at least 1
   * @param x any value above {@code (p - 1) / 2}
   * @return the logarithm
   */
  public static double multivariateLogGamma(int p, double x) {
    double sum = p * (p - 1) / 4.0 * Math.log(Math.PI);
    for (int j = 0; j < p; j++) {
      sum += logGamma(x - j / 2.0);
    }
    return sum;
  }

  /**
   * The Hurwitz zeta function: the sum of {@code (q + k)^-s} over all k from 0.
   *
   * @param s an integer exponent above 1
   * @param q any value; infinite at 0 and the negative integers
   * @return zeta(s, q)
   */
  public static double zeta(double s, double q) {
    if (q == Double.POSITIVE_INFINITY) {
      return Double.NaN;
    }
    if (isPole(q) || q == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    double z = q;
    for (; z < SHIFTED; z++) {
      sum += Math.pow(z, -s);
    }
    sum += Math.pow(z, 1 - s) / (s - 1) + 0.5 * Math.pow(z, -s);
    double factor = s * Math.pow(z, -s - 1) / 2;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      sum += BERNOULLI[k - 1] * factor;
      factor *= (s + 2 * k - 1) * (s + 2.0 * k) / ((2 * k + 1.0) * (2 * k + 2.0) * z * z);
    }
    return sum;
  }

  private static boolean isPole(double x) {
    return x <= 0 && x == Math.rint(x);
  }

  /** The sine of a multiple of pi, exact in sign for large arguments. */
  private static double sinPi(double x) {
    return Math.sin(Math.PI * Math.IEEEremainder(x, 2));
  }

  private static double cosPi(double x) {
    return Math.cos(Math.PI * Math.IEEEremainder(x, 2));
  }
}
