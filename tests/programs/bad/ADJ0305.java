import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x, double[] y, int n) {
    double[] chosen = n > 0 ? x : y;
    chosen[0] = chosen[0] * 2; // error: [ADJ0305]
    return x[0] * y[0];
  }
}
