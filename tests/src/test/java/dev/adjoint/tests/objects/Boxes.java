package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Numbers in boxes: local variables, arguments of generic methods, components, lambdas. */
final class Boxes {
  private Boxes() {}

  record Pair<A, B>(A first, B second) {
    static <A, B> Pair<A, B> of(A first, B second) {
      return new Pair<>(first, second);
    }

    <C> Pair<A, C> with(C other) {
      return new Pair<>(first, other);
    }
  }

  private static <T> T either(boolean isFirst, T first, T second) {
    return isFirst ? first : second;
  }

  private static <T> T orElse(T value, T other) {
    return value == null ? other : value;
  }

  private static <T extends Number> double half(T value) {
    return value.doubleValue() * 0.5;
  }

  private static <T extends Comparable<T>> T larger(T first, T second) {
    T best = first;
    if (second.compareTo(best) > 0) {
      best = second;
    }
    return best;
  }

  private static Double power(Double base, int exponent) {
    Double result = 1.0;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }

  private static double square(Number number) {
    return number.doubleValue() * number.doubleValue();
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double mixed(double x, double y, int n) {
    double s = either(x > 1, x * x, y) * either(n > 1, n, 3);
    s += half(x) + square(y * x) + larger(x, y * 2) + power(x, n) + orElse(x * y, y);
    Double d = x;
    d = d * y + d;
    d++;
    Double e = n > 2 ? d : either(y < 0, d, y);
    Pair<Double, Integer> pair = Pair.of(Math.sin(x), n);
    var other = pair.with(y * y);
    var chosen = either(x < y, d, e);
    UnaryOperator<Double> f = v -> v * x;
    BinaryOperator<Double> g = (a, b) -> a * b;
    if (d == null || d.isNaN()) {
      return -1;
    }
    s += d * e * chosen + pair.first() * pair.second() + other.second() * other.first();
    Number last = f.apply(y);
    return s + g.apply(x, d) * last.doubleValue();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static float single(float x, float[] a) {
    Float best = a[0];
    for (float v : a) {
      best = either(v > best, v * x, best);
    }
    return best * x;
  }
}
