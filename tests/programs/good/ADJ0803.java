import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, int n) {
    double scale = 1.0 / n;
    return x * scale;
  }
}
