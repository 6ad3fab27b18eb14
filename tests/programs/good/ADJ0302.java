import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    double energy = x * x;
    return energy * x;
  }
}
