import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double distance(double x, double y) {
    return Math.hypot(x, y);
  }
}
