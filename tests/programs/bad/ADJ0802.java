import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, double unused) { // warning: [ADJ0802]
    return x * x;
  }
}
