import dev.adjoint.Differentiable;

/** A helper without loops becomes two sweeps. */
final class Helper {
  @Differentiable
  static double helper(double x, double y) {
    return square(x * y) + square(x + y) * x;
  }

  private static double square(double v) {
    return v * v;
  }
}
