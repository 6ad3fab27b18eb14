import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return new Object() { double squared() { return x * x; } }.squared(); // error: [ADJ0405]
  }
}
