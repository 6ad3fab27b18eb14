import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return find(x) + x;
  }

  private static double find(double x) {
    return x * x;
  }
}
