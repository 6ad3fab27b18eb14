import dev.adjoint.Differentiable;

/** Side effects in indices, and compound assignments. */
final class Compound {
  @Differentiable
  static double compound(double[] x, int n) {
    int i = 0;
    double s = 0;
    while (i < n) {
      s += x[i++] * x[i];
      s -= x[i] / 2;
    }
    return s;
  }
}
