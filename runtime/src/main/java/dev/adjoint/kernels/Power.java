package dev.adjoint.kernels;

/** Powers as IEEE 754 has them. */
final class Power {
  private Power() {}

  /** As {@link Math#pow}, but 1 where the base is 1, or -1 and the exponent infinite. */
  static double of(double base, double exponent) {
    boolean one = base == 1 || (base == -1 && Double.isInfinite(exponent));
    return one ? 1 : Math.pow(base, exponent);
  }
}
