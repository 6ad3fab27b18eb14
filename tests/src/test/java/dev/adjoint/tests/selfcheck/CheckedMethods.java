package dev.adjoint.tests.selfcheck;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Methods that ask for a self-test, some with a derivative that is wrong. */
final class CheckedMethods {
  private CheckedMethods() {}

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double mixed(double[] x, float k, int n) {
    double s = k;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * k * Math.sin(s);
      x[i] = n;
    }
    return s;
  }

  @Differentiable(check = true)
  static double[][] products(double[][] w, double[] by) {
    double[][] y = new double[w.length][2];
    for (int i = 0; i < y.length; i++) {
      y[i][0] = w[i][0] * by[0];
      y[i][1] = w[i][1] * w[i][0];
    }
    return y;
  }

  @Differentiable(check = true)
  static double kinked(double x) {
    return Math.abs(x);
  }

  static double cube(double x) {
    return x * x * x;
  }

  @DerivativeOf(type = CheckedMethods.class, method = "cube", wrt = "x")
  static double cubeX(double gradOutput, double x) {
    return gradOutput * 2 * x * x;
  }

  @Differentiable(check = true)
  static double wrong(double w) {
    return cube(w);
  }

  static double sum(double[] x) {
    return x[0] + x[1];
  }

  @DerivativeOf(type = CheckedMethods.class, method = "sum", wrt = "x")
  static double[] sumX(double gradOutput, double[] x) {
    return new double[] {gradOutput, Double.NaN * x[1]};
  }

  @Differentiable(check = true)
  static double notANumber(double[] x) {
    return sum(x);
  }
}
