import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, Double scale) { // error: [ADJ0106]
    return x * scale;
  }
}
