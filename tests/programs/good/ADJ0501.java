import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }
}
