package dev.adjoint.tests.curvature;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;

/** Methods on objects that ask for second derivatives and whole matrices. */
final class Curvatures {
  private Curvatures() {}

  /** A record inside of another. */
  record Point(double x, double y) {
    @Differentiable(order = 2)
    double potential(double depth) {
      return depth * Math.exp(-x * x - x * y - 2 * y * y);
    }
  }

  /** A record with an array and with components that carry no derivative. */
  record Chain(int repeats, Point first, double[] weights, @NoDiff double step, Point last) {}

  @Differentiable(
      order = 2,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double length(Chain chain, double stretch) {
    double sum = 0;
    for (int i = 0; i < chain.repeats(); i++) {
      double weight = chain.weights()[i % chain.weights().length];
      double dx = chain.last().x() * weight - chain.first().x() * stretch;
      double dy = chain.last().y() - chain.first().y() * weight * i * chain.step();
      sum += Math.sqrt(1 + dx * dx + dy * dy) * weight;
    }
    return sum;
  }

  @Differentiable
  static double[] ends(Chain chain, double stretch) {
    double[] ends = chain.weights().clone();
    ends[0] *= chain.first().x() * chain.last().y() * stretch;
    ends[1] = Math.sin(ends[0] * stretch) + chain.last().x();
    return ends;
  }

  /** An object of one of two classes. */
  sealed interface Form {}

  /** One of the two. */
  record Ring(double inner, double outer) implements Form {}

  /** The other. */
  record Polygon(double[] sides, double height) implements Form {}

  @Differentiable(order = 2)
  static double area(double scale, Form form, double shift) {
    double area =
        switch (form) {
          case Ring(double inner, double outer) ->
              Math.PI * (outer * outer - inner * inner * outer);
          case Polygon polygon -> {
            double sum = 0;
            for (double side : polygon.sides()) {
              sum += side * side * polygon.height();
            }
            yield sum;
          }
        };
    return area * scale * scale + Math.sin(shift * area);
  }

  /** A model with fields. */
  static final class Oscillator {
    final double stiffness;
    final double[] start;

    Oscillator(double stiffness, double... start) {
      this.stiffness = stiffness;
      this.start = start;
    }

    @Differentiable(order = 2)
    double run(double damping, int steps) {
      double[] state = start.clone();
      for (int i = 0; i < steps; i++) {
        state[1] -= 0.1 * (stiffness * Math.sin(state[0]) + damping * state[1]);
        state[0] += 0.1 * state[1];
      }
      return state[0] * state[1];
    }

    @Differentiable(
        wrt = {"damping", "stiffness"},
        order = 2,
        name = "partial")
    double run(int steps, double damping) {
      return run(damping, steps);
    }

    @Differentiable
    double[] scaled(double factor) {
      double[] scaled = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        scaled[i] = stiffness * start[i] * start[i] * factor;
      }
      return scaled;
    }
  }

  /** A record with an array that is written into. */
  record Cells(double rate, double[][] cells) {}

  @Differentiable(order = 2)
  static double decayed(Cells cells, double time) {
    double sum = 0;
    for (double[] row : cells.cells()) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= Math.exp(-cells.rate() * time * row[i]);
        sum += row[i];
      }
    }
    return sum * sum;
  }

  @Differentiable
  static double[] drained(Cells cells, double time) {
    double[][] all = cells.cells();
    all[0][0] -= cells.rate() * time * all[1][0];
    return new double[] {all[0][0] * all[1][0], time * time * all[0][0]};
  }
}
