import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code SharedTerm}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SharedTermGrad {
  private SharedTermGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * sharedTerm(x, y)}.
   *
   * <p>Differentiates {@code sharedTerm(double, double)}.
   */
  static SharedTermGradients sharedTermBackward(double x, double y, double gradOutput) {
    double product = x * y;
    double s = Math.sin(product);

    // return s * s + s * x + y / s;
    double gradY = gradOutput / s;
    double gradS = gradOutput * x - gradY * (y / s);
    double gradX = gradOutput * s;
    gradS += gradX * 2.0;
    // double s = Math.sin(x * y);
    double product1 = gradS * Math.cos(product);
    gradX += product1 * y;
    gradY += product1 * x;
    return new SharedTermGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code sharedTerm(x, y)} in one pass.
   *
   * <p>Differentiates {@code sharedTerm(double, double)}.
   */
  static SharedTermValueAndGrad sharedTermValueAndGrad(double x, double y) {
    double product = x * y;
    double s = Math.sin(product);
    double quotient = y / s;

    // return s * s + s * x + y / s;
    double gradY = 1.0 / s;
    double gradS = x - gradY * quotient;
    gradS += s * 2.0;
    // double s = Math.sin(x * y);
    double product1 = gradS * Math.cos(product);
    double gradX = s + product1 * y;
    gradY += product1 * x;
    return new SharedTermValueAndGrad(s * s + s * x + quotient,
        new SharedTermGradients(gradX, gradY));
  }

  /**
   * Gradients of {@code sharedTerm(double, double)}, by parameter.
   */
  record SharedTermGradients(double x, double y) {
  }

  /**
   * Value and gradients of {@code sharedTerm(double, double)}.
   */
  record SharedTermValueAndGrad(double value, SharedTermGradients gradients) {
  }
}
