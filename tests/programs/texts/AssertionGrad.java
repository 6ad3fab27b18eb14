import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Assertion}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class AssertionGrad {
  static final boolean ASSERTIONS_ENABLED = Assertion.class.desiredAssertionStatus();

  private AssertionGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * logSum(x)}.
   *
   * <p>Differentiates {@code logSum(double[])}. Keeps nothing of a loop iteration.
   */
  static LogSumGradients logSumBackward(double[] x, double gradOutput) {
    if (ASSERTIONS_ENABLED && x.length <= 0) {
      throw new AssertionError("no numbers");
    }
    for (int i = 0; i < x.length; i++) {
      if (ASSERTIONS_ENABLED && !(x[i] > 0.0)) {
        throw new AssertionError(x[i]);
      }
    }

    double[] gradX = new double[x.length];
    for (int i = x.length - 1; i >= 0; i--) {
      // s += Math.log(x[i]);
      gradX[i] = gradOutput / x[i];
    }
    return new LogSumGradients(gradX);
  }

  /**
   * Value and gradients of {@code logSum(x)} in one pass.
   *
   * <p>Differentiates {@code logSum(double[])}. Keeps nothing of a loop iteration.
   */
  static LogSumValueAndGrad logSumValueAndGrad(double[] x) {
    if (ASSERTIONS_ENABLED && x.length <= 0) {
      throw new AssertionError("no numbers");
    }
    double s = 0.0;
    for (int i = 0; i < x.length; i++) {
      if (ASSERTIONS_ENABLED && !(x[i] > 0.0)) {
        throw new AssertionError(x[i]);
      }
      s += Math.log(x[i]);
    }

    double[] gradX = new double[x.length];
    for (int i = x.length - 1; i >= 0; i--) {
      // s += Math.log(x[i]);
      gradX[i] = 1.0 / x[i];
    }
    return new LogSumValueAndGrad(s, new LogSumGradients(gradX));
  }

  /**
   * Gradients of {@code logSum(double[])}, by parameter.
   */
  record LogSumGradients(double[] x) {
  }

  /**
   * Value and gradients of {@code logSum(double[])}.
   */
  record LogSumValueAndGrad(double value, LogSumGradients gradients) {
  }
}
