import dev.adjoint.Differentiable;

final class Model {
  static double g(double x) {
    return Math.sin(x);
  }

  @Differentiable
  static double f(double x) {
    return g(x * x);
  }
}
