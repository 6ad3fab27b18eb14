package dev.adjoint.tests.arrays;

import dev.adjoint.Differentiable;

/** Methods whose gradients take an array from the caller. */
final class Recurrences {
  private Recurrences() {}

  /** A result in a new array. */
  @Differentiable
  static double[] scaled(double[] x, double k) {
    double[] y = new double[x.length + 1];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * k;
    }
    return y;
  }

  /** A result in the array that was passed in. */
  @Differentiable
  static void accumulated(double[] u, double k) {
    for (int i = 1; i < u.length; i++) {
      u[i] += u[i - 1] * k;
    }
  }
}
