import dev.adjoint.autograd.Coordinates;
import dev.adjoint.autograd.Cotangents;
import dev.adjoint.tape.Rows;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code MatrixProduct}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class MatrixProductGrad {
  private MatrixProductGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * matrixProduct(a, b)}.
   *
   * <p>Differentiates {@code matrixProduct(double[][], double[][])}.
   */
  static MatrixProductGradients matrixProductBackward(double[][] a, double[][] b,
      double[][] gradOutput) {
    int length = b[0].length;

    if (!Cotangents.isShaped(gradOutput, a.length, length)) {
      throw Cotangents.wrongShape("gradOutput", gradOutput, a.length, length);
    }
    double[][] copy = Rows.copy(gradOutput);
    double[][] gradB = Rows.zerosLike(b);
    double[][] gradA = Rows.zerosLike(a);
    for (int i = a.length - 1; i >= 0; i--) {
      for (int j = length - 1; j >= 0; j--) {
        for (int k = b.length - 1; k >= 0; k--) {
          // c[i][j] += a[i][k] * b[k][j];
          double copyIJ = copy[i][j];
          gradB[k][j] += copyIJ * a[i][k];
          gradA[i][k] += copyIJ * b[k][j];
        }
      }
    }
    return new MatrixProductGradients(gradA, gradB);
  }

  /**
   * Jacobian of {@code matrixProduct(a, b)}: a row for each number in the result, a column
   * for each in {@code a, b}, in this order.
   *
   * <p>Differentiates {@code matrixProduct(double[][], double[][])}.
   */
  static double[][] matrixProductJacobian(double[][] a, double[][] b) {
    double[][] value = MatrixProduct.matrixProduct(a, b);
    double[][] jacobian = new double[Coordinates.count(value)][Coordinates.count(a)
        + Coordinates.count(b)];
    for (int row = 0; row < jacobian.length; row++) {
      MatrixProductGradients gradients = matrixProductBackward(a, b, Coordinates.unit(value, row));
      Coordinates.put(gradients.a(), jacobian[row], 0);
      Coordinates.put(gradients.b(), jacobian[row], Coordinates.count(a));
    }
    return jacobian;
  }

  /**
   * Gradients of {@code matrixProduct(double[][], double[][])}, by parameter.
   */
  record MatrixProductGradients(double[][] a, double[][] b) {
  }
}
