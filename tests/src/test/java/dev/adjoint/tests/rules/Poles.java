package dev.adjoint.tests.rules;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Numbers that may have an infinite derivative where nothing uses them. */
@SuppressWarnings("ADJ0406")
final class Poles {
  private Poles() {}

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double root(double x, double y) {
    double norm = Math.sqrt(x * x);
    return norm > 0 ? norm * y : y * y;
  }

  @Differentiable
  static double quotient(double x, double y) {
    double ratio = x / y;
    if (y == 0) {
      return x * x;
    }
    return ratio * ratio;
  }

  @Differentiable
  static double power(double x, double exponent) {
    double value = Math.pow(x, exponent) + Math.log(x) + Math.cbrt(x);
    return x > 0 ? value : 2 * x;
  }

  @Differentiable
  static float single(float x, float y) {
    float ratio = y / x;
    return x > 0 ? ratio : y;
  }

  @Differentiable
  static double loop(double x, double[] a) {
    double root = Math.sqrt(x);
    double sum = 0;
    for (double each : a) {
      sum += each < root ? root * each : each;
    }
    return sum;
  }

  @Differentiable
  static double call(double x, double y) {
    return chosen(Math.asin(x), y) * y;
  }

  private static double chosen(double angle, double y) {
    return y > 0 ? angle * y : y;
  }

  @Differentiable
  static double carried(double x, int n) {
    double last = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      if (last > 0) {
        sum += last * x;
      }
      last = Math.sqrt(i * x);
    }
    return sum + x;
  }

  @Differentiable
  static double replaced(double x, int n) {
    double last = Math.sqrt(x);
    for (int i = 0; i < n; i++) {
      last = x * i;
    }
    return last;
  }
}
