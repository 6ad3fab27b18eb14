import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(java.util.function.DoubleUnaryOperator g, double x) {
    return g.applyAsDouble(x * x); // error: [ADJ0202]
  }
}
