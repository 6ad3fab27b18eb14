import dev.adjoint.tape.Rows;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code MatrixVector}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class MatrixVectorGrad {
  private MatrixVectorGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * matrixVector(a, x)}.
   *
   * <p>Differentiates {@code matrixVector(double[][], double[])}. Keeps {@code row} of each loop iteration.
   */
  static MatrixVectorGradients matrixVectorBackward(double[][] a, double[] x, double gradOutput) {
    double[] rowTape = new double[Math.max(0, a.length)];
    for (int i = 0; i < a.length; i++) {
      double row = 0.0;
      for (int j = 0; j < x.length; j++) {
        row += a[i][j] * x[j];
      }
      rowTape[i] = row;
    }

    double[] gradX = new double[x.length];
    double[][] gradA = Rows.zerosLike(a);
    for (int i = a.length - 1; i >= 0; i--) {
      double row = rowTape[i];
      // s += row * row;
      double gradRow = gradOutput * row;
      for (int j = x.length - 1; j >= 0; j--) {
        // row += a[i][j] * x[j];
        gradX[j] += gradRow * a[i][j] * 2.0;
        gradA[i][j] = gradRow * x[j] * 2.0;
      }
    }
    return new MatrixVectorGradients(gradA, gradX);
  }

  /**
   * Value and gradients of {@code matrixVector(a, x)} in one pass.
   *
   * <p>Differentiates {@code matrixVector(double[][], double[])}. Keeps {@code row} of each loop iteration.
   */
  static MatrixVectorValueAndGrad matrixVectorValueAndGrad(double[][] a, double[] x) {
    double[] rowTape = new double[Math.max(0, a.length)];
    double s = 0.0;
    for (int i = 0; i < a.length; i++) {
      double row = 0.0;
      for (int j = 0; j < x.length; j++) {
        row += a[i][j] * x[j];
      }
      rowTape[i] = row;
      s += row * row;
    }

    double[] gradX = new double[x.length];
    double[][] gradA = Rows.zerosLike(a);
    for (int i = a.length - 1; i >= 0; i--) {
      double row = rowTape[i];
      for (int j = x.length - 1; j >= 0; j--) {
        // row += a[i][j] * x[j];
        gradX[j] += row * a[i][j] * 2.0;
        gradA[i][j] = row * x[j] * 2.0;
      }
    }
    return new MatrixVectorValueAndGrad(s, new MatrixVectorGradients(gradA, gradX));
  }

  /**
   * Gradients of {@code matrixVector(double[][], double[])}, by parameter.
   */
  record MatrixVectorGradients(double[][] a, double[] x) {
  }

  /**
   * Value and gradients of {@code matrixVector(double[][], double[])}.
   */
  record MatrixVectorValueAndGrad(double value, MatrixVectorGradients gradients) {
  }
}
