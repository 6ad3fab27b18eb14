import dev.adjoint.Differentiable;

/** A recurrence: each value is kept on a tape sized by the loop. */
final class ProductLoop {
  @Differentiable
  static double productLoop(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
      p = p * Math.sin(x + p);
    }
    return p;
  }
}
