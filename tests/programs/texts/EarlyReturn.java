import dev.adjoint.Differentiable;

/** Several returns. */
final class EarlyReturn {
  @Differentiable
  static double earlyReturn(double x, double y) {
    if (x < 0) {
      return y;
    }
    double r = Math.sqrt(x);
    if (r > y) {
      return r * y;
    }
    return r + y;
  }
}
