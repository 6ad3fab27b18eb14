import dev.adjoint.Differentiable;

final class Model {
  static double last;

  @Differentiable
  static double f(double x) {
    last = x * x; // error: [ADJ0301]
    return last * x;
  }
}
