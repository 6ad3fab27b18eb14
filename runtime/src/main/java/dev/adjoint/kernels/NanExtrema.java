package dev.adjoint.kernels;

/** The larger and smaller of two values where NaN stands for a missing one. */
public final class NanExtrema {

  private NanExtrema() {}

  /**
   * The larger value.
   *
   * @param x a value
   * @param y the other
   * @return the maximum; NaN only if both are
   */
  public static double ignoringNanMax(double x, double y) {
    if (Double.isNaN(x)) {
      return y;
    }
    return Double.isNaN(y) ? x : Math.max(x, y);
  }

  /**
   * The smaller value.
   *
   * @param x a value
   * @param y the other
   * @return the minimum; NaN only if both are
   */
  public static double ignoringNanMin(double x, double y) {
    if (Double.isNaN(x)) {
      return y;
    }
    return Double.isNaN(y) ? x : Math.min(x, y);
  }
}
