import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x) {
    doubled(x, 3);
    return x[0];
  }

  private static void doubled(double[] a, int times) {
    if (times > 0) {
      a[0] *= 2;
      doubled(a, times - 1);
    }
  }
}
