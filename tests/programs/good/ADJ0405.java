import dev.adjoint.Differentiable;

final class Model {
  static double square(double x) {
    return x * x;
  }

  @Differentiable
  static double f(double x) {
    return square(x);
  }
}
