import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return Math.floor(x) * x; // warning: [ADJ0205]
  }
}
