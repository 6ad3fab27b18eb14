import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    double next = Double.POSITIVE_INFINITY;
    for (double v : x) {
      next = Math.min(next, Math.max(least, v));
      least = Math.min(least, v);
    }
    return least + next;
  }
}
