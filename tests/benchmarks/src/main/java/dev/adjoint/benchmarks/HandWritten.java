package dev.adjoint.benchmarks;

/** Value and gradient of each of {@link Programs}, as one would write them for speed. */
final class HandWritten {

  private HandWritten() {}

  record ScalarResult(double value, double gradient) {}

  record ArrayResult(double value, double[] gradient) {}

  record DotResult(double value, double[] x, double[] w) {}

  static ScalarResult scalarLoop(double x, int n) {
    double[] before = new double[n];
    double sine = Math.sin(x);
    double s = 0;
    double t = x;
    for (int i = 0; i < n; i++) {
      before[i] = t;
      t = t > 1 ? t * 0.5 + sine : t * t + x;
      s += t * i;
    }
    return new ScalarResult(s, scalarLoopGradient(x, before));
  }

  private static double scalarLoopGradient(double x, double[] before) {
    double cosine = Math.cos(x);
    double gradX = 0;
    double gradT = 0;
    for (int i = before.length - 1; i >= 0; i--) {
      double t = before[i];
      gradT += i;
      if (t > 1) {
        gradX += gradT * cosine;
        gradT *= 0.5;
      } else {
        gradX += gradT;
        gradT *= 2 * t;
      }
    }
    return gradX + gradT;
  }

  static DotResult weightedDot(double[] x, double[] w) {
    double[] gradX = new double[x.length];
    double[] gradW = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double square = w[i] * w[i];
      sum += x[i] * square;
      gradX[i] = square;
      gradW[i] = 2 * x[i] * w[i];
    }
    return new DotResult(sum, gradX, gradW);
  }

  /** Going back, each kept element is put back before its left neighbour needs it. */
  static ArrayResult stencil(double[] start, int sweeps) {
    double[] u = start.clone();
    double[] overwritten = new double[sweeps * Math.max(0, u.length - 2)];
    int kept = 0;
    for (int t = 0; t < sweeps; t++) {
      for (int k = 1; k < u.length - 1; k++) {
        double c = u[k];
        overwritten[kept++] = c;
        u[k] = c + 0.2 * (u[k - 1] - 2 * c + u[k + 1]) * c;
      }
    }
    double energy = 0;
    double[] gradient = new double[u.length];
    for (int k = 0; k < u.length; k++) {
      energy += u[k] * u[k];
      gradient[k] = 2 * u[k];
    }
    sweepBack(u, overwritten, gradient);
    return new ArrayResult(energy, gradient);
  }

  private static void sweepBack(double[] u, double[] overwritten, double[] gradient) {
    int kept = overwritten.length;
    while (kept > 0) {
      for (int k = u.length - 2; k >= 1; k--) {
        double c = overwritten[--kept];
        double g = gradient[k];
        double share = 0.2 * c * g;
        gradient[k] = g * (1 + 0.2 * (u[k - 1] - 4 * c + u[k + 1]));
        gradient[k - 1] += share;
        gradient[k + 1] += share;
        u[k] = c;
      }
    }
  }

  /** One pass: nothing is kept between the iterations. */
  static ArrayResult rosenbrock(double[] x) {
    double[] gradient = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
      gradient[i] -= 400 * a * x[i] + 2 * b;
      gradient[i + 1] = 200 * a;
    }
    return new ArrayResult(sum, gradient);
  }

  /** By the input alone: backward only, since nothing of the state is read. */
  static double[] drivenByInput(double[] x, double decay, double gradOutput) {
    double[] gradX = new double[x.length];
    double gradState = 0;
    for (int i = x.length - 1; i >= 0; i--) {
      gradState += gradOutput;
      gradX[i] = gradState;
      gradState *= decay;
    }
    return gradX;
  }
}
