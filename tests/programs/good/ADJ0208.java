import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    double[] kept = new double[1];
    kept[0] = x * x;
    return kept[0] * x;
  }
}
