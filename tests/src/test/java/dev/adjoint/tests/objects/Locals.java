package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import java.util.function.DoubleUnaryOperator;

/** Classes, records and interfaces declared inside methods, and classes without a name. */
final class Locals {
  static final double SHIFT = 5;

  final double gain;

  Locals(double gain) {
    this.gain = gain;
  }

  interface Step {
    double at(double x);

    default double twice(double x) {
      return at(at(x));
    }
  }

  abstract static class Scaled {
    double factor;

    Scaled() {
      factor = 2;
    }

    abstract double at(double x);

    double scaled(double x) {
      return factor * at(x);
    }
  }

  private static double use(Step step, double x) {
    return step.at(x) * x;
  }

  private static double run(DoubleUnaryOperator function, double x) {
    return function.applyAsDouble(x) * x;
  }

  private static Step made(double r) {
    class Kept implements Step {
      final double q = r;

      @Override
      public double at(double z) {
        return q * z * r;
      }
    }
    return new Kept();
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double records(double x) {
    record Pair(double a, double b) {
      Pair {
        if (a > 100) {
          throw new IllegalArgumentException("too far");
        }
      }

      static Pair of(double z) {
        return new Pair(z, 2 * z);
      }

      double product() {
        return a * b + this.a;
      }

      Pair plus(Pair other) {
        return new Pair(a + other.a, b + other.b());
      }
    }
    record Range(int low, int high) {
      int size() {
        return high - low;
      }
    }
    Range range = new Range(1, 4);
    Pair sum = new Pair(x, x * x);
    for (int i = range.low(); i < range.high(); i++) {
      sum = sum.plus(Pair.of(x * i));
    }
    return sum.product() + range.size();
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double fields(double x, double y) {
    class Sum {
      double s = y;
      int n;

      Sum(double start) {
        s += start;
        n = 2;
      }

      Sum() {
        this(x * x);
      }

      double add(double z) {
        s += z;
        return z * y * s + n;
      }
    }
    Sum sum = new Sum();
    double first = sum.add(x);
    return first + sum.add(y) + sum.s;
  }

  /** What an object captured is what the variable was when it was made. */
  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double captured(double x, double y, double[] a) {
    Step last = made(y);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double k = a[i] * x + i;
      class Line implements Step {
        @Override
        public double at(double z) {
          return z * k * k;
        }
      }
      Line line = new Line();
      Step same = line;
      sum += use(same, y) + use(last, k) + line.at(x);
    }
    return sum + made(x * y).at(y);
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double arrays(double x, double[] a) {
    double[] buffer = new double[3];
    class Filled {
      int at;

      void put(double v) {
        buffer[at] += v;
        at++;
        a[0] = a[0] + v;
      }

      double total() {
        double s = 0;
        for (double b : buffer) {
          s += b * b;
        }
        return s;
      }
    }
    class Weighted extends Filled {
      double weighted() {
        return total() * x;
      }
    }
    Filled filled = new Filled();
    filled.put(x);
    filled.put(x * x);
    filled.put(a[0]);
    return filled.total() + a[0] + new Weighted().weighted();
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double unnamed(double x, double y) {
    DoubleUnaryOperator function =
        new DoubleUnaryOperator() {
          private double n = y;

          @Override
          public double applyAsDouble(double z) {
            n += z;
            return z * y * n;
          }
        };
    Scaled scaled =
        new Scaled() {
          @Override
          double at(double z) {
            return z * x + factor;
          }
        };
    double sum = function.applyAsDouble(x) + function.applyAsDouble(y) + scaled.scaled(x);
    for (int i = 0; i < 3; i++) {
      int j = i;
      Step step =
          new Step() {
            @Override
            public double at(double z) {
              return z * j + x;
            }
          };
      sum += use(step, y) + step.twice(x);
    }
    return sum + run(function, x);
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double patterns(double x) {
    class Counter {
      double total;
      int k = 0;

      Counter add(double v) {
        total += v * x;
        k++;
        return this;
      }
    }
    record Seen(double v, int at) {
      double weighted() {
        return v * at;
      }
    }
    Counter first = new Counter();
    Counter second = new Counter();
    for (int i = 0; i < 4; i++) {
      first.add(i * x).add(x);
      if (i % 2 == 0) {
        second.add(x * x);
      }
      Seen seen = new Seen(first.total, i);
      if (seen instanceof Seen(double v, int at) && at > 1) {
        first.add(v);
      }
      switch (seen) {
        case Seen(var v, var at) -> second.add(v * at * 0.1 + seen.weighted());
      }
    }
    return first.total - second.total * first.k;
  }

  /** Names inside stand for what is nearest. */
  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double names(double x, double y) {
    double r = x * 2;
    class Nearest {
      double parameter(double r) {
        return r * y;
      }

      double outside() {
        double c = r;
        return c * x;
      }

      double lambda() {
        DoubleUnaryOperator shifted = t -> t * r + SHIFT;
        return shifted.applyAsDouble(x);
      }
    }
    Nearest nearest = new Nearest();
    return nearest.parameter(x) + nearest.outside() + nearest.lambda();
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  double ofReceiver(double x) {
    double q = gain() * x;
    class Product {
      final double v = q;

      double at(double z) {
        return v * z + q;
      }
    }
    return new Product().at(x) + new Product().v;
  }

  private double gain() {
    return gain;
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double interfaces(double x) {
    interface Change {
      double of(double a);
    }
    class Twice implements Change {
      @Override
      public double of(double a) {
        return 2 * a * x;
      }
    }
    record Many(double... v) {
      double squares() {
        double s = 0;
        for (double e : v) {
          s += e * e;
        }
        return s;
      }
    }
    record Nested(Many many, double b) {}
    Change twice = new Twice();
    Change square = a -> a * a;
    Nested nested = new Nested(new Many(x, twice.of(x)), square.of(x));
    return new Many(x, x * x, 3).squares() + nested.many().squares() * nested.b();
  }
}
