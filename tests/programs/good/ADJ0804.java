import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += x * i;
    }
    return s;
  }
}
