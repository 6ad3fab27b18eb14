import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code EarlyReturn}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class EarlyReturnGrad {
  private EarlyReturnGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * earlyReturn(x, y)}.
   *
   * <p>Differentiates {@code earlyReturn(double, double)}.
   */
  static EarlyReturnGradients earlyReturnBackward(double x, double y, double gradOutput) {
    double gradY;
    double gradX;
    if (x < 0.0) {
      gradY = gradOutput;
      gradX = 0.0;
    } else {
      // double r = Math.sqrt(x);
      double r = Math.sqrt(x);
      double gradR;
      if (r > y) {
        // return r * y;
        gradR = gradOutput * y;
        gradY = gradOutput * r;
      } else {
        gradR = gradOutput;
        gradY = gradOutput;
      }
      gradX = gradR / (r * 2.0);
    }
    return new EarlyReturnGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code earlyReturn(x, y)} in one pass.
   *
   * <p>Differentiates {@code earlyReturn(double, double)}.
   */
  static EarlyReturnValueAndGrad earlyReturnValueAndGrad(double x, double y) {
    boolean condition = x < 0.0;
    double result;
    if (condition) {
      result = y;
    } else {
      double r = Math.sqrt(x);
      if (r > y) {
        result = r * y;
      } else {
        result = r + y;
      }
    }

    double gradY;
    double gradX;
    if (condition) {
      gradY = 1.0;
      gradX = 0.0;
    } else {
      // double r = Math.sqrt(x);
      double r = Math.sqrt(x);
      double gradR;
      if (r > y) {
        gradR = y;
        gradY = r;
      } else {
        gradR = 1.0;
        gradY = 1.0;
      }
      gradX = gradR / (r * 2.0);
    }
    return new EarlyReturnValueAndGrad(result, new EarlyReturnGradients(gradX, gradY));
  }

  /**
   * Gradients of {@code earlyReturn(double, double)}, by parameter.
   */
  record EarlyReturnGradients(double x, double y) {
  }

  /**
   * Value and gradients of {@code earlyReturn(double, double)}.
   */
  record EarlyReturnValueAndGrad(double value, EarlyReturnGradients gradients) {
  }
}
