import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code MathFunctions}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class MathFunctionsGrad {
  private MathFunctionsGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * mathFunctions(x, y)}.
   *
   * <p>Differentiates {@code mathFunctions(double, double)}.
   */
  static MathFunctionsGradients mathFunctionsBackward(double x, double y, double gradOutput) {
    double expX = Math.exp(x);
    double sqrtX = Math.sqrt(x);
    double tanhY = Math.tanh(y);
    double a = expX + Math.log(y) + sqrtX + tanhY;
    double pow = Math.pow(x, y);
    double hypot = Math.hypot(x, y);
    double b = pow + Math.atan2(y, x) + hypot;

    // return a * b + Math.max(x, y) + Math.abs(x - y);
    double product = gradOutput * Math.signum(x - y);
    boolean condition = x >= y;
    double gradX = product + (condition ? gradOutput : 0.0);
    double gradY = (condition ? 0.0 : gradOutput) - product;
    double gradA = gradOutput * b;
    double gradB = gradOutput * a;
    // double b = Math.pow(x, y) + Math.atan2(y, x) + Math.hypot(x, y);
    boolean condition1 = hypot == 0.0;
    gradX += condition1 ? 0.0 : gradB * (x / hypot);
    gradY += condition1 ? 0.0 : gradB * (y / hypot);
    double sum = y * y + x * x;
    boolean condition2 = sum == 0.0;
    gradY += condition2 ? 0.0 : gradB * (x / sum);
    gradX += condition2 ? 0.0 : -(gradB * (y / sum));
    gradX += y == 0.0 ? 0.0 : gradB * (y * Math.pow(x, y - 1.0));
    gradY += x == 0.0 ? 0.0 : gradB * (pow * Math.log(x));
    // double a = Math.exp(x) + Math.log(y) + Math.sqrt(x) + Math.tanh(y);
    gradY += gradA * (1.0 - tanhY * tanhY);
    gradX += gradA / (sqrtX * 2.0);
    gradY += gradA / y;
    gradX += gradA * expX;
    return new MathFunctionsGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code mathFunctions(x, y)} in one pass.
   *
   * <p>Differentiates {@code mathFunctions(double, double)}.
   */
  static MathFunctionsValueAndGrad mathFunctionsValueAndGrad(double x, double y) {
    double expX = Math.exp(x);
    double sqrtX = Math.sqrt(x);
    double tanhY = Math.tanh(y);
    double a = expX + Math.log(y) + sqrtX + tanhY;
    double pow = Math.pow(x, y);
    double hypot = Math.hypot(x, y);
    double b = pow + Math.atan2(y, x) + hypot;
    double difference = x - y;

    // return a * b + Math.max(x, y) + Math.abs(x - y);
    double signumDifference = Math.signum(difference);
    boolean condition = x >= y;
    double gradX = signumDifference + (condition ? 1.0 : 0.0);
    double gradY = (condition ? 0.0 : 1.0) - signumDifference;
    // double b = Math.pow(x, y) + Math.atan2(y, x) + Math.hypot(x, y);
    boolean condition1 = hypot == 0.0;
    gradX += condition1 ? 0.0 : a * (x / hypot);
    gradY += condition1 ? 0.0 : a * (y / hypot);
    double sum = y * y + x * x;
    boolean condition2 = sum == 0.0;
    gradY += condition2 ? 0.0 : a * (x / sum);
    gradX += condition2 ? 0.0 : -(a * (y / sum));
    gradX += y == 0.0 ? 0.0 : a * (y * Math.pow(x, y - 1.0));
    gradY += x == 0.0 ? 0.0 : a * (pow * Math.log(x));
    // double a = Math.exp(x) + Math.log(y) + Math.sqrt(x) + Math.tanh(y);
    gradY += b * (1.0 - tanhY * tanhY);
    gradX += b / (sqrtX * 2.0);
    gradY += b / y;
    gradX += b * expX;
    return new MathFunctionsValueAndGrad(a * b + Math.max(x, y) + Math.abs(difference),
        new MathFunctionsGradients(gradX, gradY));
  }

  /**
   * Gradients of {@code mathFunctions(double, double)}, by parameter.
   */
  record MathFunctionsGradients(double x, double y) {
  }

  /**
   * Value and gradients of {@code mathFunctions(double, double)}.
   */
  record MathFunctionsValueAndGrad(double value, MathFunctionsGradients gradients) {
  }
}
