package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;

/** Objects with fields that change, made and left behind in one method. */
final class Accumulating {
  private Accumulating() {}

  /** Sums what it is given. */
  static class Sum {
    private double total;
    int count;
    private final double scale;

    Sum(double scale) {
      this.scale = scale;
    }

    Sum() {
      this(1.5);
    }

    void add(double x) {
      total += scale * x;
      count++;
    }

    Sum plus(double x) {
      add(x);
      return this;
    }

    double mean() {
      return count == 0 ? 0 : total / count;
    }

    Sum merged(Sum other) {
      Sum both = new Sum(scale);
      both.total = total + other.total;
      both.count = this.count + other.count;
      return both;
    }
  }

  /** Takes back a part of what it is given, by what it keeps of the one before. */
  static final class Damped extends Sum {
    private double last = 0.25;

    {
      last *= 2;
    }

    Damped(double scale) {
      super(scale * 2);
    }

    @Override
    void add(double x) {
      super.add(x - 0.5 * last);
      last = x;
    }
  }

  /** A pair of numbers that never changes. */
  static final class Complex {
    final double re;
    final double im;

    Complex(double re, double im) {
      this.re = re;
      this.im = im;
    }

    Complex times(Complex other) {
      return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    static Complex unit() {
      return new Complex(1, 0);
    }
  }

  /** The last few numbers. */
  static final class Window {
    final double[] values;
    private int next;
    Sum seen = new Sum(0.5);

    Window(int size) {
      values = new double[size];
    }

    Window(double[] values) {
      this.values = values;
    }

    void push(double x) {
      values[next++ % values.length] = x;
      seen.add(x * x);
    }

    double sum() {
      double s = 0;
      for (double v : values) {
        s += v;
      }
      return s;
    }
  }

  /** What is applied to a number. */
  interface Step {
    double at(double x);
  }

  private static final class Square implements Step {
    private double calls;

    @Override
    public double at(double x) {
      calls += x;
      return x * x + calls;
    }
  }

  private static final class Twice implements Step {
    private final Step inner;

    Twice(Step inner) {
      this.inner = inner;
    }

    @Override
    public double at(double x) {
      return inner.at(inner.at(x));
    }
  }

  /** Holds a factor constant. */
  private static final class Scaled {
    @NoDiff double factor = 2;
    double value;

    double times(double x) {
      factor = x;
      return value += factor * x;
    }
  }

  /** Makes its array when it is first needed. */
  private static final class Lazy {
    private double[] buffer;

    double at(double x, int i) {
      if (buffer == null) {
        buffer = new double[] {x, i + 1};
      }
      return buffer[0] * buffer[1] * x;
    }
  }

  private static void feed(Sum sum, double x, double y) {
    sum.add(x);
    sum.total *= y;
  }

  private static Sum made(double x) {
    Sum sum = new Sum(x);
    sum.add(x * x);
    return sum;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double straight(double x, double y) {
    Sum sum = new Sum(y);
    sum.add(x * x);
    sum.plus(Math.sin(y)).plus(3 * x);
    return sum.mean() * sum.count;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double loop(double x, double y) {
    Sum even = new Sum();
    Sum odd = new Sum(y);
    for (int i = 0; i < 5; i++) {
      if (i % 2 == 0) {
        even.add(x * i);
      } else {
        odd.add(even.total * y);
      }
    }
    return even.mean() * odd.total;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double alias(double x, double y) {
    Sum sum = new Sum(x);
    Sum same = sum;
    same.add(y);
    sum.add(x);
    feed(same, x * y, y);
    return sum.total * same.total + same.count;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double factory(double x, double y) {
    return made(x).plus(y).merged(made(y)).mean();
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double subclass(double x, double y) {
    Sum sum = new Damped(y);
    for (int i = 1; i < 4; i++) {
      sum.add(x / i);
    }
    return sum.plus(y).mean();
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double power(double x, double y) {
    Complex z = Complex.unit();
    Complex w = new Complex(x, y);
    for (int i = 0; i < 3; i++) {
      z = z.times(w);
    }
    return z.re * z.re + 2 * z.im;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double fields(double x, double y) {
    Window window = new Window(2);
    window.push(x);
    for (int i = 0; i < 3; i++) {
      window.push(x * y + i);
    }
    window.seen.add(y);
    return window.sum() + window.seen.total * window.values[0];
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double replaced(double x, double y) {
    Sum best = new Sum(x);
    for (int i = 0; i < 4; i++) {
      Sum next = new Sum(y);
      next.add(best.total + x * i);
      next.add(best.scale);
      if (next.total > 1) {
        best = next;
      }
    }
    return best.total;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double swapped(double x, double y) {
    Sum a = new Sum(x);
    Sum b = new Sum(y);
    for (int i = 0; i < 3; i++) {
      a.add(y + b.total);
      Sum t = a;
      a = b;
      b = t;
    }
    return a.total + 2 * b.total;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double choice(double x, double y) {
    Sum a = x > y ? new Sum(x) : new Damped(0.5).merged(new Sum(y));
    a.add(x * y);
    Sum b;
    if (x > 1) {
      b = new Sum(y);
      b.add(2);
    } else {
      b = a;
    }
    b.add(x);
    return b.total;
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double dispatch(double x, double y) {
    Step square = new Square();
    Step twice = new Twice(square);
    return twice.at(x) + square.at(y) * new Twice(twice).at(0.1 * y);
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double lazy(double x, double y) {
    Lazy lazy = new Lazy();
    double s = 0;
    for (int i = 0; i < 3; i++) {
      s += lazy.at(x, i) * y;
    }
    return s;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double constant(double x) {
    Scaled scaled = new Scaled();
    return scaled.times(x) + scaled.factor;
  }

  /** The array is the caller's: what the object writes into it the caller sees. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double inPlace(double[] x) {
    Window window = new Window(x);
    window.push(x[0] * x[1]);
    if (window.next == 1) {
      window.push(window.sum());
    }
    return window.seen.total * x[0];
  }

  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double early(double x, double y) {
    Sum sum = new Sum(y);
    int i = 0;
    while (sum.plus(x).total < 3) {
      if (++i > 6) {
        return sum.total;
      }
    }
    return sum.mean() * sum.count * x;
  }
}
