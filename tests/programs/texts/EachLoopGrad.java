import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code EachLoop}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class EachLoopGrad {
  private EachLoopGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * eachLoop(values, scale)}.
   *
   * <p>Differentiates {@code eachLoop(double[], double)}.
   */
  static EachLoopGradients eachLoopBackward(double[] values, double scale, double gradOutput) {
    // return s / values.length;
    double gradS = gradOutput / values.length;
    double[] gradValues = new double[values.length];
    double gradScale = 0.0;
    for (int index = values.length - 1; index >= 0; index--) {
      double v = values[index];
      // s += Math.log(v * scale);
      double quotient = gradS / (v * scale);
      double gradV = quotient * scale;
      gradScale += quotient * v;
      gradValues[index] = gradV;
    }
    return new EachLoopGradients(gradValues, gradScale);
  }

  /**
   * Value and gradients of {@code eachLoop(values, scale)} in one pass.
   *
   * <p>Differentiates {@code eachLoop(double[], double)}. Keeps nothing of a loop iteration.
   */
  static EachLoopValueAndGrad eachLoopValueAndGrad(double[] values, double scale) {
    double converted = values.length;
    double gradS = 1.0 / converted;
    double[] gradValues = new double[values.length];
    double s = 0.0;
    double gradScale = 0.0;
    for (int index = 0; index < values.length; index++) {
      double v = values[index];
      double product = v * scale;
      s += Math.log(product);
      // s += Math.log(v * scale);
      double quotient = gradS / product;
      double gradV = quotient * scale;
      gradScale += quotient * v;
      gradValues[index] = gradV;
    }
    return new EachLoopValueAndGrad(s / converted, new EachLoopGradients(gradValues, gradScale));
  }

  /**
   * Gradients of {@code eachLoop(double[], double)}, by parameter.
   */
  record EachLoopGradients(double[] values, double scale) {
  }

  /**
   * Value and gradients of {@code eachLoop(double[], double)}.
   */
  record EachLoopValueAndGrad(double value, EachLoopGradients gradients) {
  }
}
