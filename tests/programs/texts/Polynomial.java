import dev.adjoint.Differentiable;

/** A straight line: one contribution to each adjoint but one. */
final class Polynomial {
  @Differentiable
  static double polynomial(double x) {
    return 3 * x * x * x - 2 * x + 1;
  }
}
