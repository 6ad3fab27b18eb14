import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    int steps = (int) x; // error: [ADJ0203]
    return steps * x;
  }
}
