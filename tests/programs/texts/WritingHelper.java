import dev.adjoint.Differentiable;

/** A helper that writes into an array it is handed. */
final class WritingHelper {
  @Differentiable
  static double writingHelper(double[] x) {
    double[] y = x.clone();
    normalise(y);
    return y[0] * y[0] + y[1];
  }

  private static void normalise(double[] v) {
    double s = 0;
    for (double e : v) {
      s += e * e;
    }
    for (int i = 0; i < v.length; i++) {
      v[i] /= Math.sqrt(s);
    }
  }
}
