package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Enums whose constants have bodies of their own, and fields. */
final class Constants {
  private Constants() {}

  interface Pairing {
    double of(double x, double y);

    default double twice(double x) {
      return of(x, x);
    }
  }

  enum Operation implements Pairing {
    PLUS {
      @Override
      public double of(double x, double y) {
        return x + y;
      }

      @Override
      public double twice(double x) {
        return 5 * x;
      }
    },
    TIMES {
      @Override
      public double of(double x, double y) {
        return x * y * own(x);
      }

      private double own(double q) {
        return 2 * q;
      }
    },
    MINUS {
      @Override
      public double of(double x, double y) {
        return x - y * super.weight(x);
      }

      @Override
      double weight(double q) {
        return 0;
      }
    };

    double weight(double q) {
      return q * q;
    }
  }

  enum Scale {
    LINEAR(1.5),
    SQUARE(2) {
      @Override
      double of(double v) {
        return v * v * factor;
      }

      @Override
      void fill(double[] a, double x) {
        a[0] = x;
        a[1] *= x;
      }
    };

    final double factor;

    Scale(double factor) {
      this.factor = factor;
    }

    double of(double v) {
      return v * factor;
    }

    double both(double v) {
      return of(v) + of(2 * v);
    }

    void fill(double[] a, double x) {
      a[1] = x * x;
    }

    static Scale by(int n) {
      return n > 0 ? LINEAR : SQUARE;
    }
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double applied(double x, double y, Operation operation) {
    return operation.of(x, y) + operation.twice(x) + operation.weight(y);
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double named(double x, double y) {
    return Operation.TIMES.of(x, y) + Scale.by(-1).both(y);
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double scaled(double x, Scale scale) {
    double s = x;
    for (int i = 0; i < 3; i++) {
      s += scale.both(s) * 0.1 + Scale.by(i - 1).of(x);
    }
    return s;
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double filled(double x, double[] a, Scale scale) {
    scale.fill(a, x);
    Scale.SQUARE.fill(a, x * x);
    return a[0] * a[1];
  }
}
