package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;

/** Sealed types: as parameters, locals, components, receivers, and all kinds of patterns. */
final class Shapes {
  private Shapes() {}

  /** Flat figures. */
  sealed interface Shape permits Circle, Box, Polygon, Nothing {
    double area(double scale);

    default double border() {
      return 4 * Math.sqrt(area(1));
    }
  }

  record Circle(double radius) implements Shape {
    @Override
    public double area(double scale) {
      return scale * Math.PI * radius * radius;
    }

    @Override
    public double border() {
      return 2 * Math.PI * radius;
    }
  }

  record Box(double width, double height) implements Shape {
    @Override
    public double area(double scale) {
      return scale * width * height;
    }
  }

  record Polygon(double[] sides, int corners) implements Shape {
    @Override
    public double area(double scale) {
      double sum = 0.5;
      for (int i = 0; i < corners; i++) {
        sum += scale * sides[i] * sides[i];
      }
      return sum;
    }
  }

  enum Nothing implements Shape {
    NOTHING;

    @Override
    public double area(double scale) {
      return scale;
    }
  }

  /** Positive or negative, with nested records of sealed types. */
  sealed interface Term {}

  record Constant(double value) implements Term {}

  record Pair(Point point, Charge charge) implements Term {}

  record Point(double x, double y) {}

  sealed interface Charge permits Positive, Negative {}

  record Positive(double amount) implements Charge {}

  record Negative(double amount) implements Charge {}

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double measure(Shape shape, double scale) {
    double result = shape.border() + shape.area(scale);
    if (shape instanceof Circle(var radius) && radius > 1) {
      result += radius * scale;
    }
    if (!(shape instanceof Box box)) {
      return result;
    }
    Shape other = result > 3 ? box : new Circle(result);
    return result * box.width() + other.area(scale);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double energy(Term term, Charge charge) {
    return switch (term) {
      case Constant(double value) when value > 1 -> value * amount(charge);
      case Constant(_) -> amount(charge);
      case Pair(Point(var x, double y), Positive(var own)) -> x * y * own;
      case Pair(Point point, Charge other) -> {
        double distance = point.x() * point.x() + point.y();
        yield distance * amount(charge) * amount(other);
      }
    };
  }

  private static double amount(Charge charge) {
    if (charge instanceof Positive positive) {
      return positive.amount();
    } else if (charge instanceof Negative negative) {
      return -negative.amount() * negative.amount();
    }
    throw new IllegalStateException();
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch") // the old form is what is tested
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double walk(Shape start, double step, int count) {
    Shape at = start;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += at.area(step) * (i + 1);
      switch (at) {
        case Circle c
        when c.radius() > 2:
          at = new Box(c.radius(), step);
          break;
        case Circle c:
          at = new Circle(c.radius() * 1.5);
          break;
        case Box(var w, var h):
          double[] sides = {w, h * step, w * h};
          at = new Polygon(sides, 3);
          break;
        case Polygon p:
          at = p.corners() > 2 ? new Polygon(p.sides(), p.corners() - 1) : start;
          break;
        case Nothing _:
          return sum;
      }
    }
    return sum;
  }

  @Differentiable
  static double configured(double x, @NoDiff Shape shape, Object other) {
    double factor = other instanceof Circle(double r) ? r : 2;
    return switch (other) {
      case String s when s.isEmpty() -> x;
      case Integer _, Long _ -> 3 * x;
      case null -> 5 * x;
      default -> x * x * shape.area(x) * factor;
    };
  }
}
