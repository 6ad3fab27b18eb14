import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return Math.round(x) * x; // error: [ADJ0204]
  }
}
