package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Methods of interfaces and of classes above, called where the class of the object is known. */
final class Dispatching {
  private Dispatching() {}

  /** Open to everyone. */
  public interface Step {
    double at(double x);

    default double twice(double x) {
      return at(at(x));
    }
  }

  record Scale(double factor) implements Step {
    @Override
    public double at(double x) {
      return factor * x * x;
    }
  }

  record Shift(double by) implements Step {
    @Override
    public double at(double x) {
      return by + x;
    }

    @Override
    public double twice(double x) {
      return Step.super.twice(x) * by;
    }
  }

  record Vector(double a, double b) {
    double dot(Vector other) {
      return a * other.a + b * other.b;
    }
  }

  /** What a generic method takes. */
  public interface Change<T> {
    T next(T at);
  }

  record Halving(double by) implements Change<Vector> {
    @Override
    public Vector next(Vector at) {
      return new Vector(at.a() * by, at.b());
    }
  }

  private static <T extends Step> double apply(T step, double x) {
    return step.at(x);
  }

  private static <T> T chosen(boolean isFirst, T first, T second) {
    return isFirst ? first : second;
  }

  private static <T> T repeated(Change<T> change, T at) {
    T first = change.next(at);
    return change.next(first);
  }

  private static double sum(double... numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  private static double overloaded(double x) {
    return x;
  }

  private static double overloaded(float x) {
    return 2 * x;
  }

  private static double overloaded(Step step) {
    return step.at(3);
  }

  private static double overloaded(Scale scale) {
    return 5 * scale.factor();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double steps(double x, double y) {
    Step first = new Scale(y);
    Step second = new Shift(x);
    return first.twice(x) + second.twice(y) + apply(new Scale(x), y) + overloaded(first);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double generic(double x, double y) {
    Vector one = chosen(x > y, new Vector(x, y), new Vector(y, x * x));
    Vector other = repeated(new Halving(y), one);
    float narrow = (float) y;
    double rest = sum() + sum(x, y, x * y) + overloaded(narrow) + overloaded(new Scale(x));
    return one.dot(other) * overloaded(x) + rest;
  }

  /** A class to be extended. */
  abstract static class Base {
    final double gain;

    Base(double gain) {
      this.gain = gain;
    }

    abstract double inner(double x);

    double outer(double x) {
      return inner(x) * gain + extra(x);
    }

    double extra(double x) {
      return x;
    }
  }

  /** Nothing extends it. */
  static class Model extends Base {
    Model(double gain) {
      super(gain);
    }

    @Override
    double inner(double x) {
      return Math.sin(x);
    }

    @Override
    double extra(double x) {
      return super.extra(x) * x;
    }

    @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
    double loss(double x) {
      return outer(x) + extra(x);
    }
  }

  /** Sealed, of classes that are no records. */
  abstract static sealed class Curve permits Parabola, Wave {
    abstract double at(double x);
  }

  static final class Parabola extends Curve {
    @Override
    double at(double x) {
      return x * x;
    }
  }

  static final class Wave extends Curve {
    @Override
    double at(double x) {
      return Math.sin(x);
    }
  }

  /** What one method or another takes. */
  sealed interface Amount permits Whole, Half {}

  record Whole(double value) implements Amount {}

  record Half(double value) implements Amount {}

  record Both<A, B>(A first, B second) {
    static <A, B> Both<A, B> of(A first, B second) {
      return new Both<>(first, second);
    }
  }

  private static <T extends Amount> T either(boolean isFirst, T first, T second) {
    return isFirst ? first : second;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double curves(double x, double y) {
    Curve curve = x > y ? new Parabola() : new Wave();
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += curve.at(sum + x) * y;
      if (sum > 1) {
        curve = new Wave();
      }
    }
    return sum;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double amounts(double x, double y) {
    Amount amount = either(x > y, new Whole(x * y), new Half(y));
    double[] numbers = {x, y * y};
    Both<double[], Vector> both = Both.of(numbers, new Vector(y, x));
    double value = amount instanceof Whole(var whole) ? whole : ((Half) amount).value() * 0.5;
    return value * both.first()[0] * both.first()[1] + both.second().dot(new Vector(x, value));
  }
}
