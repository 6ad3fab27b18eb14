import dev.adjoint.Differentiable;

/** A sum over an array: nothing is kept. */
final class SumLoop {
  @Differentiable
  static double sumLoop(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * x[i];
    }
    return s;
  }
}
