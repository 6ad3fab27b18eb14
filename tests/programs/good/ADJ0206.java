import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return Math.nextUp(x) * x;
  }
}
