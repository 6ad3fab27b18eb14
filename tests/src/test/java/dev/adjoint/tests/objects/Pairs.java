package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Generic records: as parameters, locals, arguments of generic methods, in patterns. */
final class Pairs {
  private Pairs() {}

  record Point(double x, double y) {
    double sum() {
      return x + y;
    }
  }

  record Pair<A, B>(A first, B second) {
    Pair<B, A> swapped() {
      return new Pair<>(second, first);
    }

    <C> Pair<A, C> with(C other) {
      return new Pair<>(first, other);
    }
  }

  private static <A> double weight(Pair<A, Double> pair) {
    return pair.second() * pair.second();
  }

  private static <T> T chosen(boolean isFirst, T first, T second) {
    return isFirst ? first : second;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double mixed(Pair<Point, Double> pair, double k, Pair<double[], Integer> sized) {
    Pair<Double, Point> swapped = pair.swapped();
    var made = new Pair<>(k * pair.second(), new Point(k, swapped.first()));
    double result = made.swapped().first().sum() * made.first();
    Pair<Point, Double> one = chosen(k > 1, pair, new Pair<>(made.second(), k * k));
    var other = one.with(new Point(k, result));
    for (int i = 0; i < sized.second(); i++) {
      result += sized.first()[i] * other.second().sum();
    }
    if (one instanceof Pair<Point, Double>(Point(var x, var y), Double weight)) {
      result += x * y * weight;
    }
    return result * swapped.second().x() + weight(pair) + one.second() * other.first().y();
  }
}
