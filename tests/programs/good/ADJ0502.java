import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return square(x);
  }

  static double square(double x) {
    return x * x;
  }
}
