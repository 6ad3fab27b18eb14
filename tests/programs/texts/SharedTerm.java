import dev.adjoint.Differentiable;

/** A value used three times; its adjoint is summed in one expression. */
final class SharedTerm {
  @Differentiable
  static double sharedTerm(double x, double y) {
    double s = Math.sin(x * y);
    return s * s + s * x + y / s;
  }
}
