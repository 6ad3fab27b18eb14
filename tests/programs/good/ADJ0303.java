import dev.adjoint.Differentiable;

final class Model {
  static final double GRAVITY = 9.81;

  @Differentiable
  static double f(double height) {
    return GRAVITY * height;
  }
}
