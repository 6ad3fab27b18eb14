import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code SumLoop}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SumLoopGrad {
  private SumLoopGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * sumLoop(x)}.
   *
   * <p>Differentiates {@code sumLoop(double[])}.
   */
  static SumLoopGradients sumLoopBackward(double[] x, double gradOutput) {
    double[] gradX = new double[x.length];
    for (int i = x.length - 1; i >= 0; i--) {
      // s += x[i] * x[i];
      gradX[i] = gradOutput * x[i] * 2.0;
    }
    return new SumLoopGradients(gradX);
  }

  /**
   * Value and gradients of {@code sumLoop(x)} in one pass.
   *
   * <p>Differentiates {@code sumLoop(double[])}. Keeps nothing of a loop iteration.
   */
  static SumLoopValueAndGrad sumLoopValueAndGrad(double[] x) {
    double[] gradX = new double[x.length];
    double s = 0.0;
    for (int i = 0; i < x.length; i++) {
      double xI = x[i];
      s += xI * xI;
      // s += x[i] * x[i];
      gradX[i] = xI * 2.0;
    }
    return new SumLoopValueAndGrad(s, new SumLoopGradients(gradX));
  }

  /**
   * Gradients of {@code sumLoop(double[])}, by parameter.
   */
  record SumLoopGradients(double[] x) {
  }

  /**
   * Value and gradients of {@code sumLoop(double[])}.
   */
  record SumLoopValueAndGrad(double value, SumLoopGradients gradients) {
  }
}
