import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, double y) {
    return firsts(new double[] {x, y}, new double[] {y, 1});
  }

  private static double firsts(double[]... points) {
    double s = 0;
    for (double[] point : points) {
      s += point[0];
    }
    return s;
  }
}
