import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x, double[] y, int n) {
    if (n > 0) {
      x[0] = x[0] * 2;
    } else {
      y[0] = y[0] * 2;
    }
    return x[0] * y[0];
  }
}
