import dev.adjoint.Differentiable;

/** An array relaxed in place, time after time. */
final class Stencil {
  @Differentiable
  static double stencil(double[] u, double k, int steps) {
    for (int t = 0; t < steps; t++) {
      for (int i = 1; i < u.length - 1; i++) {
        u[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
      }
    }
    double e = 0;
    for (double v : u) {
      e += v * v;
    }
    return e;
  }
}
