package dev.adjoint.benchmarks;

import dev.adjoint.Differentiable;

/** The programs whose generated gradients are measured. */
final class Programs {

  private Programs() {}

  /** A recurrence with a branch and a transcendental of its input. */
  @Differentiable
  static double scalarLoop(double x, int n) {
    double s = 0;
    double t = x;
    for (int i = 0; i < n; i++) {
      if (t > 1) {
        t = t * 0.5 + Math.sin(x);
      } else {
        t = t * t + x;
      }
      s += t * i;
    }
    return s;
  }

  /** Every element is read once and its partner twice. */
  @Differentiable
  static double weightedDot(double[] x, double[] w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * w[i] * w[i];
    }
    return sum;
  }

  /** Sweeps over an array in place: each element is overwritten after its neighbour has read it. */
  @Differentiable(wrt = "start", workspace = true)
  static double stencil(double[] start, int sweeps) {
    double[] u = start.clone();
    for (int t = 0; t < sweeps; t++) {
      for (int k = 1; k < u.length - 1; k++) {
        u[k] = u[k] + 0.2 * (u[k - 1] - 2 * u[k] + u[k + 1]) * u[k];
      }
    }
    double energy = 0;
    for (int k = 0; k < u.length; k++) {
      energy += u[k] * u[k];
    }
    return energy;
  }

  /** Rosenbrock's function of any length. */
  @Differentiable
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  /** A recurrence driven by its input and by an angle. */
  @Differentiable
  static double driven(double[] x, double[] angles, double decay) {
    double state = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      state = decay * state + x[i] + Math.sin(angles[i]);
      sum += state;
    }
    return sum;
  }

  /** The same, of which one gradient is asked for. */
  @Differentiable(wrt = "x")
  static double drivenByInput(double[] x, double[] angles, double decay) {
    double state = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      state = decay * state + x[i] + Math.sin(angles[i]);
      sum += state;
    }
    return sum;
  }
}
