import dev.adjoint.Differentiable;

/** A returned matrix, with its cotangent and its Jacobian. */
final class MatrixProduct {
  @Differentiable
  static double[][] matrixProduct(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
