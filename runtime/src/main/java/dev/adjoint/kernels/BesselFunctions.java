package dev.adjoint.kernels;

/**
 * Modified Bessel functions of the first kind, scaled by {@code exp(-|x|)} or not: the power
 * series, whose terms are all positive, and the asymptotic series far out (Abramowitz and Stegun,
 * 9.6.10 and 9.7.1).
 */
public final class BesselFunctions {

  private static final double ASYMPTOTIC_FROM = 25;

  private BesselFunctions() {}

  /**
   * The function of order 0.
   *
   * @param x any value
   * @return I0(x)
   */
  public static double i0(double x) {
    return unscaled(0, x);
  }

  /**
   * The scaled function of order 0.
   *
   * @param x any value
   * @return exp(-|x|) I0(x)
   */
  public static double i0e(double x) {
    return scaled(0, Math.abs(x));
  }

  /**
   * The function of order 1.
   *
   * @param x any value
   * @return I1(x), odd in x
   */
  public static double i1(double x) {
    return x < 0 ? -unscaled(1, -x) : unscaled(1, x);
  }

  /**
   * The scaled function of order 1.
   *
   * @param x any value
   * @return exp(-|x|) I1(x), odd in x
   */
  public static double i1e(double x) {
    return x < 0 ? -scaled(1, -x) : scaled(1, x);
  }

  private static double unscaled(int order, double x) {
    double magnitude = Math.abs(x);
    if (magnitude < ASYMPTOTIC_FROM) {
      return series(order, magnitude);
    }
    // Halved twice, so that the exponential overflows no earlier than the result.
    double half = Math.exp(magnitude / 2);
    return Double.isInfinite(half) ? beyond(magnitude) : half * asymptotic(order, magnitude) * half;
  }

  /** PyTorch's answer at infinity is infinity times zero. */
  private static double beyond(double magnitude) {
    return Double.isInfinite(magnitude) ? Double.NaN : Double.POSITIVE_INFINITY;
  }

  private static double scaled(int order, double x) {
    return x < ASYMPTOTIC_FROM ? Math.exp(-x) * series(order, x) : asymptotic(order, x);
  }

  private static double series(int order, double x) {
    double quarter = x * x / 4;
    double term = order == 0 ? 1 : x / 2;
    double sum = term;
    for (int k = 1; term > 1e-18 * sum; k++) {
      term *= quarter / (k * (double) (k + order));
      sum += term;
    }
    return sum;
  }

  private static double asymptotic(int order, double x) {
    if (Double.isInfinite(x)) {
      return 0;
    }
    double mu = 4.0 * order * order;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < 30; k++) {
      double odd = 2 * k - 1;
      term *= -(mu - odd * odd) / (k * 8 * x);
      sum += term;
    }
    return sum / Math.sqrt(2 * Math.PI * x);
  }
}
