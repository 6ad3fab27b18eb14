package dev.adjoint.tests.workspace;

import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;

/** Methods on objects that use their arrays again. */
final class ReusedObjects {
  private ReusedObjects() {}

  /** A record with an array. */
  record Bar(double[] start, double rate) {}

  /** A record with a record, and what carries no derivative. */
  record Setup(Bar bar, @NoDiff double step, int sweeps) {}

  @Differentiable(workspace = true)
  static double heat(Setup setup, double buffers) {
    double[] u = setup.bar().start().clone();
    for (int t = 0; t < setup.sweeps(); t++) {
      for (int k = 1; k < u.length - 1; k++) {
        u[k] += setup.step() * setup.bar().rate() * (u[k - 1] - 2 * u[k] + u[k + 1]) * u[k];
      }
    }
    double value = 0;
    for (double v : u) {
      value += v * v * buffers;
    }
    return value;
  }

  @Differentiable(workspace = true)
  static Bar cooled(Bar bar, double factor) {
    double[] cooled = bar.start().clone();
    for (int i = 0; i < cooled.length; i++) {
      cooled[i] *= Math.exp(-factor * bar.rate() * cooled[i]);
    }
    return new Bar(cooled, bar.rate() * factor);
  }

  /** An object of one of two classes. */
  sealed interface Form {}

  /** One of the two. */
  record Ring(double inner, double outer) implements Form {}

  /** The other. */
  record Polygon(double[] sides) implements Form {}

  @Differentiable(workspace = true)
  static double area(Form form, double scale) {
    return switch (form) {
      case Ring(double inner, double outer) -> scale * (outer * outer - inner * inner);
      case Polygon polygon -> {
        double product = scale;
        for (double side : polygon.sides()) {
          product *= side;
        }
        yield product;
      }
    };
  }

  /** A model with fields. */
  static final class Model {
    final double gain;
    final double[] weights;

    Model(double gain, double... weights) {
      this.gain = gain;
      this.weights = weights;
    }

    @Differentiable(workspace = true)
    double output(double[] x) {
      double output = 0;
      for (int i = 0; i < x.length; i++) {
        output += Math.tanh(gain * x[i] * weights[i]);
      }
      return output;
    }
  }
}
