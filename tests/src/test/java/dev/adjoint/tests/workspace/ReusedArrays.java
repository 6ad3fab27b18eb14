package dev.adjoint.tests.workspace;

import dev.adjoint.Differentiable;

/** Methods that keep much: loops of known and unknown length, arrays written in place. */
final class ReusedArrays {
  private ReusedArrays() {}

  @Differentiable(workspace = true)
  static double stencil(double[] start, int sweeps) {
    double[] u = start.clone();
    for (int t = 0; t < sweeps; t++) {
      for (int k = 1; k < u.length - 1; k++) {
        u[k] = u[k] + 0.2 * (u[k - 1] - 2 * u[k] + u[k + 1]) * u[k];
      }
    }
    double value = 0;
    for (double v : u) {
      value += v * v;
    }
    return value;
  }

  @Differentiable(workspace = true)
  static double root(double a, double workspace) {
    double x = workspace;
    while (Math.abs(x * x - a) > 1e-9) {
      x = 0.5 * (x + a / x);
    }
    return x;
  }

  @Differentiable(workspace = true)
  static float[] waves(float[] x, float k) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      float s = (float) Math.sin(x[i] * k);
      y[i] = s * s * x[i];
    }
    return y;
  }

  @Differentiable(workspace = true)
  static void products(double[][] rows, double[] out) {
    for (int i = 0; i < rows.length; i++) {
      double product = 1;
      for (int j = 0; j < rows[i].length; j++) {
        product *= rows[i][j];
      }
      out[i] = product;
    }
  }

  @Differentiable(workspace = true)
  static double chosen(double[] x, boolean isDoubled) {
    double[] weights = new double[x.length];
    if (isDoubled) {
      double[] extra = new double[2 * x.length];
      extra[x.length] = x[0] * x[0];
      weights[0] = extra[x.length] + extra[0];
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      weights[i] += x[i] * i;
      sum += weights[i] * x[i];
    }
    return sum;
  }
}
