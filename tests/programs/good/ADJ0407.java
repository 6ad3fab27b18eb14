import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += Math.sin(x[i]);
    }
    return s;
  }
}
