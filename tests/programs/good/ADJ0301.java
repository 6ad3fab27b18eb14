import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    double last = x * x;
    return last * x;
  }
}
