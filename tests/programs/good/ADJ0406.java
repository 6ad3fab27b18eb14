import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return Math.abs(x) < 1e-8 ? 1 - x * x / 6 : Math.sin(x) / x;
  }
}
