import dev.adjoint.Differentiable;

/** An array made in the method. */
final class LocalArray {
  @Differentiable
  static double localArray(double x, int n) {
    double[] powers = new double[n];
    powers[0] = 1;
    for (int i = 1; i < n; i++) {
      powers[i] = powers[i - 1] * x;
    }
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += powers[i];
    }
    return s;
  }
}
