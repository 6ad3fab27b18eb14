package dev.adjoint.kernels;

/** Inverse hyperbolic functions and the normalised sine, which {@link Math} does not have. */
public final class HyperbolicFunctions {

  private HyperbolicFunctions() {}

  /**
   * The inverse hyperbolic sine.
   *
   * @param x any value
   * @return y with sinh(y) = x
   */
  public static double asinh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude > 1e150) {
      return Math.copySign(Math.log(magnitude) + Math.log(2), x);
    }
    double square = magnitude * magnitude;
    return Math.copySign(Math.log1p(magnitude + square / (1 + Math.sqrt(1 + square))), x);
  }

  /**
   * The inverse hyperbolic cosine.
   *
   * @param x at least 1; NaN below
   * @return y at least 0 with cosh(y) = x
   */
  public static double acosh(double x) {
    if (x < 1) {
      return Double.NaN;
    }
    if (x > 1e150) {
      return Math.log(x) + Math.log(2);
    }
    double above = x - 1;
    return Math.log1p(above + Math.sqrt(2 * above + above * above));
  }

  /**
   * The inverse hyperbolic tangent.
   *
   * @param x between -1 and 1, infinite at the ends; NaN outside
   * @return y with tanh(y) = x
   */
  public static double atanh(double x) {
    double magnitude = Math.abs(x);
    return Math.copySign(0.5 * Math.log1p(2 * magnitude / (1 - magnitude)), x);
  }

  /**
   * The normalised sine.
   *
   * @param x any value
   * @return {@code sin(pi x) / (pi x)}, 1 at zero
   */
  public static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
