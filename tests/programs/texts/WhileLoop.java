import dev.adjoint.Differentiable;

/** Unknown trip count: a tape that grows. */
final class WhileLoop {
  @Differentiable
  @SuppressWarnings("ADJ0407")
  static double whileLoop(double a) {
    double x = a;
    while (Math.abs(x * x - a) > 1e-12) {
      x = 0.5 * (x + a / x);
    }
    return x;
  }
}
