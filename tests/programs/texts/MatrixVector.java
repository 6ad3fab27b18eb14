import dev.adjoint.Differentiable;

/** Rows and columns. */
final class MatrixVector {
  @Differentiable
  static double matrixVector(double[][] a, double[] x) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      double row = 0;
      for (int j = 0; j < x.length; j++) {
        row += a[i][j] * x[j];
      }
      s += row * row;
    }
    return s;
  }
}
