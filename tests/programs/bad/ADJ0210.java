import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x, double[] y) {
    return firsts(x, y); // error: [ADJ0210]
  }

  private static double firsts(double[]... rows) {
    double s = 0;
    for (int i = 0; i < rows.length; i++) {
      s += rows[i][0];
    }
    return s;
  }
}
