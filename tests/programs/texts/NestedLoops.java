import dev.adjoint.Differentiable;

/** Two counted loops around a recurrence: one tape for both. */
final class NestedLoops {
  @Differentiable
  static double nestedLoops(double x, int n, int m) {
    double y = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        y = Math.sin(y) * x;
      }
    }
    return y;
  }
}
