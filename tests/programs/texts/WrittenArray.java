import dev.adjoint.Differentiable;

/** A parameter that is written: its gradient is that of its first contents. */
final class WrittenArray {
  @Differentiable
  static double writtenArray(double[] x, double k) {
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i] + k * x[i - 1];
    }
    return x[x.length - 1];
  }
}
