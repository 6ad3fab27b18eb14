import dev.adjoint.Differentiable;

/** Conditional expressions, one inside the other. */
final class Conditional {
  @Differentiable
  static double conditional(double x, double y) {
    double low = x < y ? x : y;
    return low > 0 ? low * low : x > 1 ? -x : y * x;
  }
}
