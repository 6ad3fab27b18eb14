import dev.adjoint.Differentiable;

/** Numbers widened and narrowed. */
final class MixedPrecision {
  @Differentiable
  static double mixedPrecision(float x, double y, int n) {
    float product = (float) (x * y);
    return product * n + y / n;
  }
}
