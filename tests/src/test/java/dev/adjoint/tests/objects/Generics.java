package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import java.util.Objects;

/** Generic classes and records with constructors and accessors of their own. */
final class Generics {
  private Generics() {}

  record Point(double x, double y) {}

  /** A generic class. */
  static final class Layer<T extends Number, U> {
    final double weight;
    final double[] bias;
    final T scale;
    final U tag;
    final Point offset;

    Layer(double weight, double[] bias, T scale, U tag, Point offset) {
      this.weight = weight;
      this.bias = bias;
      this.scale = scale;
      this.tag = tag;
      this.offset = offset;
    }

    double half(double v) {
      return v * 0.5 * offset.x();
    }

    private double twice(double v) {
      return 2 * v * weight;
    }

    @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
    double apply(double x, T factor) {
      double s = 0;
      for (double b : bias) {
        s += half(b * x * weight) + twice(b);
      }
      T own = scale;
      return s * own.doubleValue() * factor.intValue() + offset.y() * tag.hashCode() * s;
    }
  }

  /** A generic record with a method. */
  record Tagged<A>(A tag, double k) {
    @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
    double energy(double x) {
      return k * x * x * tag.hashCode();
    }
  }

  /** A generic record that checks what it is made of. */
  record Checked<A, B>(A first, B second) {
    Checked {
      Objects.requireNonNull(first);
      if (second == null) {
        throw new IllegalArgumentException("no second");
      }
    }

    Checked(A first, B second, int limit) {
      this(first, second);
      if (limit > 3) {
        throw new IllegalStateException("limit " + limit);
      }
    }

    Checked<B, A> swapped() {
      return new Checked<>(second, first);
    }

    @Override
    public A first() {
      return first;
    }
  }

  /** A record that keeps its array to itself. */
  record Vector(double[] elements, double scale) {
    Vector {
      elements = elements.clone();
    }

    @Override
    public double[] elements() {
      return elements.clone();
    }

    double scaled(int index) {
      return elements[index] * scale;
    }
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double checked(double x, double y, int limit, Checked<Double, Point> given) {
    Checked<Double, Double> made = new Checked<>(x * x, y, limit);
    var swapped = made.swapped();
    return made.first() * swapped.first() * given.first() + given.second().x() * y;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double copied(Vector vector, double x) {
    double[] copy = vector.elements();
    copy[0] = x * copy[1];
    Vector other = new Vector(copy, x);
    return vector.scaled(0) * copy[0] * vector.elements()[1] + other.scaled(1);
  }
}
