import dev.adjoint.autograd.GeneratedDerivative;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code WrittenArray}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class WrittenArrayGrad {
  private WrittenArrayGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * writtenArray(x, k)}.
   *
   * <p>Differentiates {@code writtenArray(double[], double)}. Keeps nothing of a loop iteration.
   */
  @GeneratedDerivative(
      wrt = {0, 1},
      writes = {0}
  )
  static WrittenArrayGradients writtenArrayBackward(double[] x, double k, double gradOutput) {
    for (int i = 1; i < x.length; i++) {
      x[i] += k * x[i - 1];
    }

    double[] gradX = new double[x.length];
    // return x[x.length - 1];
    gradX[x.length - 1] = gradOutput;
    double gradK = 0.0;
    for (int i = x.length - 1; i >= 1; i--) {
      // x[i] = x[i] + k * x[i - 1];
      double gradXI = gradX[i];
      gradK += gradXI * x[i - 1];
      gradX[i - 1] += gradXI * k;
    }
    return new WrittenArrayGradients(gradX, gradK);
  }

  /**
   * Value and gradients of {@code writtenArray(x, k)} in one pass.
   *
   * <p>Differentiates {@code writtenArray(double[], double)}. Keeps nothing of a loop iteration.
   */
  static WrittenArrayValueAndGrad writtenArrayValueAndGrad(double[] x, double k) {
    for (int i = 1; i < x.length; i++) {
      x[i] += k * x[i - 1];
    }
    double xElement = x[x.length - 1];

    double[] gradX = new double[x.length];
    // return x[x.length - 1];
    gradX[x.length - 1] = 1.0;
    double gradK = 0.0;
    for (int i = x.length - 1; i >= 1; i--) {
      // x[i] = x[i] + k * x[i - 1];
      double gradXI = gradX[i];
      gradK += gradXI * x[i - 1];
      gradX[i - 1] += gradXI * k;
    }
    return new WrittenArrayValueAndGrad(xElement, new WrittenArrayGradients(gradX, gradK));
  }

  /**
   * Gradients of {@code writtenArray(double[], double)}, by parameter.
   */
  record WrittenArrayGradients(double[] x, double k) {
  }

  /**
   * Value and gradients of {@code writtenArray(double[], double)}.
   */
  record WrittenArrayValueAndGrad(double value, WrittenArrayGradients gradients) {
  }
}
