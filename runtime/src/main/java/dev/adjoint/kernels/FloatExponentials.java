package dev.adjoint.kernels;

/**
 * Exponential functions of {@code float} without calls and without choices, so that the compiler
 * vectorises them: a polynomial in double precision near zero, then ten doublings of the argument.
 * Within one unit in the last place.
 */
final class FloatExponentials {
  /** Above, the exponential of a float is infinite; far below, it is zero. */
  private static final double HIGH = 89;

  private static final double LOW = -104;

  /** Where {@code tanh} of a double is 1. */
  private static final double FLAT = 40;

  private FloatExponentials() {}

  static void exp(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      double t = Math.max(LOW, Math.min(HIGH, x[i])) * 0x1p-10;
      double p =
          1 + t * (1 + t * (1 / 2.0 + t * (1 / 6.0 + t * (1 / 24.0 + t * (1 / 120.0 + t / 720)))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      out[i] = (float) (p * p);
    }
  }

  /** {@code 1 / (1 + exp(-x))}. */
  static void sigmoid(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      double t = Math.max(LOW, Math.min(-LOW, -x[i])) * 0x1p-10;
      double p =
          1 + t * (1 + t * (1 / 2.0 + t * (1 / 6.0 + t * (1 / 24.0 + t * (1 / 120.0 + t / 720)))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      out[i] = (float) (1 / (1 + p * p));
    }
  }

  /** {@code q / (q + 2)} with {@code q = exp(2x) - 1}, which is exact near zero as well. */
  static void tanh(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      double t = Math.max(-FLAT, Math.min(FLAT, 2 * (double) x[i])) * 0x1p-10;
      double q = t * (1 + t * (1 / 2.0 + t * (1 / 6.0 + t * (1 / 24.0 + t / 120))));
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      q *= q + 2;
      out[i] = (float) (q / (q + 2));
    }
  }
}
