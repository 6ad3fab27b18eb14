import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    double y = x * x;
    return y;
  }
}
