import dev.adjoint.Differentiable;

final class Model {
  static double gravity = 9.81;

  @Differentiable
  static double f(double height) {
    return gravity * height; // warning: [ADJ0303]
  }
}
