package dev.adjoint.tests.selfcheck;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;

/** Methods on objects that ask for self-tests. */
final class CheckedObjects {
  private CheckedObjects() {}

  /** A record of numbers. */
  record Spring(double stiffness, float rest) {}

  /** A record with a record, arrays and what carries no derivative. */
  record Chain(Spring first, int count, double[] weights, @NoDiff double step) {}

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double energy(Chain chain, double x) {
    double energy = 0;
    for (int i = 0; i < chain.count(); i++) {
      double stretch = x * chain.weights()[i % chain.weights().length] - chain.first().rest();
      energy += chain.first().stiffness() * stretch * stretch * chain.step();
    }
    return energy;
  }

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double[] pulled(Chain chain, double by) {
    double[] weights = chain.weights();
    weights[0] *= by * chain.first().stiffness();
    return new double[] {weights[0] * by, weights[1] * weights[0]};
  }

  /** An object of one of two classes. */
  sealed interface Form {}

  /** One of the two. */
  record Ring(double inner, double outer) implements Form {}

  /** The other. */
  record Polygon(double[] sides, double height, int corners) implements Form {}

  @Differentiable(
      check = true,
      modes = {Mode.REVERSE, Mode.FORWARD})
  static double area(double scale, Form form) {
    return switch (form) {
      case Ring(double inner, double outer) -> scale * (outer * outer - inner * inner * outer);
      case Polygon polygon ->
          polygon.sides()[0] * polygon.sides()[1] * polygon.height() * scale * polygon.corners();
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

    @Differentiable(
        check = true,
        modes = {Mode.REVERSE, Mode.FORWARD})
    double output(double x) {
      double output = 0;
      for (double weight : weights) {
        output += Math.tanh(gain * x * weight);
      }
      return output;
    }

    @Differentiable(
        check = true,
        wrt = {"gain"})
    double wrong(double x) {
      return x * cubed(gain);
    }
  }

  static double cubed(double x) {
    return x * x * x;
  }

  @DerivativeOf(type = CheckedObjects.class, method = "cubed", wrt = "x")
  static double cubedDerivative(double gradOutput, double x) {
    return gradOutput * x * x;
  }
}
