import dev.adjoint.autograd.Coordinates;
import dev.adjoint.autograd.Cotangents;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Softmax}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SoftmaxGrad {
  private SoftmaxGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * softmax(x)}.
   *
   * <p>Differentiates {@code softmax(double[])}. Keeps 2 intermediate values of each loop iteration.
   */
  static SoftmaxGradients softmaxBackward(double[] x, double[] gradOutput) {
    double[] e = new double[x.length];
    double[] tape = new double[x.length];
    double sum = 0.0;
    for (int i = 0; i < x.length; i++) {
      double exp = Math.exp(x[i]);
      tape[i] = exp;
      e[i] = exp;
      sum += exp;
    }
    double[] tape1 = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double quotient = e[i] / sum;
      tape1[i] = quotient;
      e[i] = quotient;
    }

    if (gradOutput.length != x.length) {
      throw Cotangents.wrongLength("gradOutput", gradOutput.length, x.length);
    }
    double[] copy = gradOutput.clone();
    double gradSum = 0.0;
    for (int i = x.length - 1; i >= 0; i--) {
      // e[i] /= sum;
      double quotient = copy[i] / sum;
      gradSum -= quotient * tape1[i];
      copy[i] = quotient;
    }
    double[] gradX = new double[x.length];
    for (int i = x.length - 1; i >= 0; i--) {
      // e[i] = Math.exp(x[i]);
      double sum1 = gradSum + copy[i];
      copy[i] = 0.0;
      gradX[i] = sum1 * tape[i];
    }
    return new SoftmaxGradients(gradX);
  }

  /**
   * Jacobian of {@code softmax(x)}: a row for each number in the result, a column
   * for each in {@code x}, in this order.
   *
   * <p>Differentiates {@code softmax(double[])}.
   */
  static double[][] softmaxJacobian(double[] x) {
    double[] value = Softmax.softmax(x);
    double[][] jacobian = new double[value.length][x.length];
    for (int row = 0; row < jacobian.length; row++) {
      SoftmaxGradients gradients = softmaxBackward(x, Coordinates.unit(value, row));
      Coordinates.put(gradients.x(), jacobian[row], 0);
    }
    return jacobian;
  }

  /**
   * Gradients of {@code softmax(double[])}, by parameter.
   */
  record SoftmaxGradients(double[] x) {
  }
}
