import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double energy(double x) {
    return x * x;
  }
}
