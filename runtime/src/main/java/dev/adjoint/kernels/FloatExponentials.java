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
      out[i] = exp(x[i]);
    }
  }

  static float exp(float x) {
    return (float) power(Math.max(LOW, Math.min(HIGH, x)));
  }

  /** {@code 1 / (1 + exp(-x))}. */
  static void sigmoid(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = sigmoid(x[i]);
    }
  }

  static float sigmoid(float x) {
    return (float) (1 / (1 + power(Math.max(LOW, Math.min(-LOW, -x)))));
  }

  private static double power(double x) {
    double t = x * 0x1p-10;
    double p = Math.fma(t, Math.fma(t, Math.fma(t, 1 / 720.0, 1 / 120.0), 1 / 24.0), 1 / 6.0);
    p = Math.fma(t, Math.fma(t, Math.fma(t, p, 1 / 2.0), 1), 1);
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    return p * p;
  }

  /** {@code q / (q + 2)} with {@code q = exp(2x) - 1}, which is exact near zero as well. */
  static void tanh(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = tanh(x[i]);
    }
  }

  static float tanh(float x) {
    double t = Math.max(-FLAT, Math.min(FLAT, 2 * (double) x)) * 0x1p-10;
    double q = Math.fma(t, Math.fma(t, Math.fma(t, 1 / 120.0, 1 / 24.0), 1 / 6.0), 1 / 2.0);
    q = t * Math.fma(t, q, 1);
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
    return (float) (q / (q + 2));
  }
}
