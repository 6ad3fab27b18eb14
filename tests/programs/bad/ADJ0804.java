import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, int n) {
    double s = x;
    for (int i = 0; i < n; i++) { // note: [ADJ0804]
      s = s * s * 0.25;
    }
    return s;
  }
}
