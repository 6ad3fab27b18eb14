package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;

/** Methods on records of numbers and arrays. */
final class Springs {
  private Springs() {}

  /** A record whose gradients fit into one of its own. */
  record State(double position, double speed) {
    State after(double force, double step) {
      double next = speed + force * step;
      return new State(position + next * step, next);
    }

    double energy(double stiffness) {
      return 0.5 * (speed * speed + stiffness * position * position);
    }
  }

  /** A record with components that carry no derivative. */
  record Parameters(double[] stiffness, int steps, @NoDiff double step, State start) {
    Parameters {
      if (steps < 0) {
        throw new IllegalArgumentException("steps");
      }
    }
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double energy(Parameters parameters, double damping) {
    State state = parameters.start();
    double sum = 0;
    for (int i = 0; i < parameters.steps(); i++) {
      double stiffness = parameters.stiffness()[i % parameters.stiffness().length];
      double force = -stiffness * state.position() - damping * state.speed();
      State next = state.after(force, parameters.step());
      state = next.position() > 0 ? next : new State(0, -next.speed());
      sum += state.energy(stiffness);
    }
    return sum;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static State last(State start, double stiffness) {
    State state = start;
    for (int i = 0; i < 5; i++) {
      state = state.after(-stiffness * Math.sin(state.position()), 0.1);
    }
    return state;
  }
}
