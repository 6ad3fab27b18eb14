package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Methods of interfaces called on lambdas, and lambdas that constants hold and methods return. */
final class Functions {
  private static final DoubleUnaryOperator SQUARE = v -> v * v;
  private static final DoubleUnaryOperator SINE = Math::sin;

  private Functions() {}

  interface Curve {
    double at(double x);

    default double twice(double x) {
      return at(this.at(x));
    }

    default double with(double x, Curve other) {
      return twice(x) + other.at(x) + applied(this, x);
    }

    default double at(double x, double y) {
      return at(x) * y;
    }

    static double doubled(double z) {
      return 2 * z;
    }

    default double halves(double z) {
      double s = 0;
      for (int i = 1; i < 3; i++) {
        s += doubled(z) * at(z / i);
      }
      return s;
    }
  }

  private static double applied(Curve curve, double x) {
    return curve.twice(x) * x;
  }

  @SuppressWarnings("UnnecessaryLambda") // what is shown
  private static DoubleUnaryOperator square() {
    return v -> v * v;
  }

  private static double run(DoubleUnaryOperator function, double x) {
    return function.applyAsDouble(x) + SQUARE.applyAsDouble(x);
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double defaults(double x, double y) {
    Curve f = v -> v * v * y;
    Curve g = v -> v + x;
    return f.twice(x) + f.with(y, g) + applied(g, y) + f.halves(x) + f.at(x, y);
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double inLoop(double x) {
    double s = 0;
    for (int i = 0; i < 3; i++) {
      int j = i;
      Curve line = v -> v * j + x;
      s += line.twice(s);
    }
    return s;
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double stored(double x) {
    DoubleUnaryOperator f = square();
    double y = f.applyAsDouble(x) + run(f, x) + run(SINE, x) + run(square(), x);
    return y + square().applyAsDouble(x) + SQUARE.andThen(SINE).applyAsDouble(x);
  }

  private record Parabola(double factor) {
    double at(double operand) {
      return factor * operand * operand;
    }
  }

  private static final class Sum {
    private double total;

    double add(double term) {
      total += term;
      return total;
    }
  }

  private static double twice(DoubleUnaryOperator function, double x) {
    return function.applyAsDouble(function.applyAsDouble(x));
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double bound(double x, double operand) {
    Parabola parabola = new Parabola(operand);
    DoubleUnaryOperator f = parabola::at;
    UnaryOperator<Double> g = f::applyAsDouble;
    Sum sum = new Sum();
    sum.add(x);
    double s = twice(sum::add, operand);
    return g.apply(x) * f.applyAsDouble(operand) + s * sum.total;
  }
}
