import dev.adjoint.Differentiable;

/** Neighbours in an array. */
final class Rosenbrock {
  @Differentiable
  static double rosenbrock(double[] x) {
    double f = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double d = x[i + 1] - x[i] * x[i];
      double e = 1 - x[i];
      f += 100 * d * d + e * e;
    }
    return f;
  }
}
