import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return x == 0 ? 1 : Math.sin(x) / x; // warning: [ADJ0406]
  }
}
