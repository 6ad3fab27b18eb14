package dev.adjoint.tests.curvature;

import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Recursive methods that ask for second derivatives. */
final class Recursions {
  private Recursions() {}

  @Differentiable(
      order = 2,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double tower(double x, int height) {
    return height == 0 ? Math.sin(x) : x * tower(x * x * 0.3, height - 1) + halved(x);
  }

  private static double halved(double y) {
    return y > 1 ? Math.cos(y) * halved(y * 0.5) : y * y;
  }

  @Checkpoint
  static void spread(double[] w, int i, double v) {
    if (i < w.length) {
      w[i] = w[i] * v + w[Math.max(i - 1, 0)] * w[0];
      spread(w, i + 1, v * 0.9);
    }
  }

  @Differentiable(order = 2)
  static double spreadEnergy(double[] w, double v) {
    spread(w, 0, v);
    double sum = 0;
    for (double e : w) {
      sum += e * e;
    }
    return sum;
  }

  private static double[] row(double x, int steps) {
    if (steps == 0) {
      return new double[] {x, x * x};
    }
    double[] before = row(x * 0.5, steps - 1);
    return new double[] {before[0] * before[1], before[1] + x};
  }

  @Differentiable(order = 2)
  static double rows(double x, double y) {
    double[] last = row(x * y, 3);
    return last[0] * last[1] * y + last[1] * last[1];
  }

  static double even(double x, double[] a, int n) {
    return n == 0 ? a[0] * x : odd(x * a[1], a, n - 1) * Math.exp(x * 0.1);
  }

  static double odd(double x, double[] a, int n) {
    a[0] *= x;
    return n == 0 ? 1 : even(x + a[0], a, n - 1) + a[0] * x;
  }

  @Differentiable(order = 2)
  static double mutual(double x, double[] a) {
    double sum = even(x, a, 3);
    return sum * a[0] + odd(sum, a, 2);
  }

  private static int sweep(double[] w, int left) {
    if (left == 0) {
      return 0;
    }
    w[left % w.length] = Math.sin(w[0] * w[left % w.length]);
    return sweep(w, left - 1) + 1;
  }

  @Differentiable(order = 2)
  static double swept(double[] w) {
    int count = sweep(w, 4);
    return w[0] * w[1] * count * w[2] * w[2];
  }
}
