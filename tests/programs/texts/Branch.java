import dev.adjoint.Differentiable;

/** A branch on data; the reverse sweep takes the same side. */
final class Branch {
  @Differentiable
  static double branch(double x, double y) {
    double r;
    if (x > y) {
      r = x * x;
    } else {
      r = y * Math.cos(y);
    }
    return r * x;
  }
}
