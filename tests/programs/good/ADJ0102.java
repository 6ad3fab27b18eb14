import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double half(double n) {
    return 0.5 * n;
  }
}
