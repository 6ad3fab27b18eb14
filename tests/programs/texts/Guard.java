import dev.adjoint.Differentiable;

/** An exception as an exit. */
final class Guard {
  @Differentiable
  static double guard(double x) {
    if (x <= 0) {
      throw new IllegalArgumentException("not positive: " + x);
    }
    return Math.log(x) * x;
  }
}
