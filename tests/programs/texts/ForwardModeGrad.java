import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code ForwardMode}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class ForwardModeGrad {
  private ForwardModeGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * forwardMode(x, k)}.
   *
   * <p>Differentiates {@code forwardMode(double[], double)}. Keeps {@code s} of each loop iteration.
   */
  static ForwardModeGradients forwardModeBackward(double[] x, double k, double gradOutput) {
    double[] sTape = new double[Math.max(0, x.length)];
    double s = 1.0;
    for (int index = 0; index < x.length; index++) {
      sTape[index] = s;
      double v = x[index];
      s = s * v + k;
    }

    double[] gradX = new double[x.length];
    double gradS = gradOutput;
    double gradK = 0.0;
    for (int index = x.length - 1; index >= 0; index--) {
      // s = s * v + k;
      gradK += gradS;
      double v = x[index];
      double gradS1 = gradS * v;
      s = sTape[index];
      double gradV = gradS * s;
      gradX[index] = gradV;
      gradS = gradS1;
    }
    return new ForwardModeGradients(gradX, gradK);
  }

  /**
   * Value and gradients of {@code forwardMode(x, k)} in one pass.
   *
   * <p>Differentiates {@code forwardMode(double[], double)}. Keeps {@code s} of each loop iteration.
   */
  static ForwardModeValueAndGrad forwardModeValueAndGrad(double[] x, double k) {
    double[] sTape = new double[Math.max(0, x.length)];
    double s = 1.0;
    for (int index = 0; index < x.length; index++) {
      sTape[index] = s;
      double v = x[index];
      s = s * v + k;
    }

    double[] gradX = new double[x.length];
    double gradS = 1.0;
    double gradK = 0.0;
    for (int index = x.length - 1; index >= 0; index--) {
      // s = s * v + k;
      gradK += gradS;
      double v = x[index];
      double gradS1 = gradS * v;
      double s1 = sTape[index];
      double gradV = gradS * s1;
      gradX[index] = gradV;
      gradS = gradS1;
    }
    return new ForwardModeValueAndGrad(s, new ForwardModeGradients(gradX, gradK));
  }

  /**
   * Forward mode: value and directional derivative of {@code forwardMode(x, k)}.
   *
   * <p>Differentiates {@code forwardMode(double[], double)}.
   */
  static ForwardModeJvp forwardModeJvp(double[] x, double k, double[] xTangent, double kTangent) {
    double s = 1.0;
    double sTangent = 0.0;
    for (int index = 0; index < x.length; index++) {
      double v = x[index];
      double vTangent = xTangent[index];
      double sum = sTangent * v + vTangent * s;
      s = s * v + k;
      sTangent = sum + kTangent;
    }
    return new ForwardModeJvp(s, sTangent);
  }

  /**
   * Gradients of {@code forwardMode(double[], double)}, by parameter.
   */
  record ForwardModeGradients(double[] x, double k) {
  }

  /**
   * Value and gradients of {@code forwardMode(double[], double)}.
   */
  record ForwardModeValueAndGrad(double value, ForwardModeGradients gradients) {
  }

  /**
   * Value and directional derivative of {@code forwardMode(double[], double)}.
   */
  record ForwardModeJvp(double value, double tangent) {
  }
}
