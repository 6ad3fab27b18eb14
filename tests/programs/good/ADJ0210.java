import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[][] rows) {
    return firsts(rows);
  }

  private static double firsts(double[][] rows) {
    double s = 0;
    for (int i = 0; i < rows.length; i++) {
      s += rows[i][0];
    }
    return s;
  }
}
