import dev.adjoint.Differentiable;

/** The Hessian and its product with a vector. */
final class SecondOrder {
  @Differentiable(order = 2)
  static double secondOrder(double x, double y) {
    return x * x * y + Math.sin(y);
  }
}
