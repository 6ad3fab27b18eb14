import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, double y) {
    double ratio = y < 1e-9 ? x : x / y;
    return ratio * x;
  }
}
