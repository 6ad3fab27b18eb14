import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    while (x > 1) {
      x = x * 0.5;
    }
    return x;
  }
}
