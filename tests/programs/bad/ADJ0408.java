import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x) {
    return doubled(x, 3)[0];
  }

  private static double[] doubled(double[] a, int times) {
    if (times == 0) {
      return a;
    }
    a[0] *= 2;
    return doubled(a, times - 1); // error: [ADJ0408]
  }
}
