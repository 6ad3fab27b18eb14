import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code SecondOrder}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SecondOrderGrad {
  private SecondOrderGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * secondOrder(x, y)}.
   *
   * <p>Differentiates {@code secondOrder(double, double)}.
   */
  static SecondOrderGradients secondOrderBackward(double x, double y, double gradOutput) {
    // return x * x * y + Math.sin(y);
    double gradY = gradOutput * Math.cos(y);
    gradY += gradOutput * (x * x);
    double gradX = gradOutput * y * x * 2.0;
    return new SecondOrderGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code secondOrder(x, y)} in one pass.
   *
   * <p>Differentiates {@code secondOrder(double, double)}.
   */
  static SecondOrderValueAndGrad secondOrderValueAndGrad(double x, double y) {
    double product = x * x;

    // return x * x * y + Math.sin(y);
    double gradY = Math.cos(y) + product;
    double gradX = y * x * 2.0;
    return new SecondOrderValueAndGrad(product * y + Math.sin(y),
        new SecondOrderGradients(gradX, gradY));
  }

  /**
   * Product of the Hessian of {@code secondOrder(x, y)} with the tangents.
   *
   * <p>Differentiates {@code secondOrder(double, double)}.
   */
  static SecondOrderGradients secondOrderHvp(double x, double y, double xTangent, double yTangent) {
    double product = xTangent * x;

    // return x * x * y + Math.sin(y);
    double gradY = product + product - yTangent * Math.sin(y);
    double gradX = y * xTangent * 2.0;
    gradX += yTangent * x * 2.0;
    return new SecondOrderGradients(gradX, gradY);
  }

  /**
   * Hessian of {@code secondOrder(x, y)}: second derivatives by the numbers in
   * {@code x, y}, in this order.
   *
   * <p>Differentiates {@code secondOrder(double, double)}.
   */
  static double[][] secondOrderHessian(double x, double y) {
    int size = 2;
    double[][] hessian = new double[size][size];
    for (int row = 0; row < size; row++) {
      SecondOrderGradients product = secondOrderHvp(x, y, row == 0 ? 1 : 0, row == 1 ? 1 : 0);
      hessian[row][0] = product.x();
      hessian[row][1] = product.y();
    }
    return hessian;
  }

  /**
   * Gradients of {@code secondOrder(double, double)}, by parameter.
   */
  record SecondOrderGradients(double x, double y) {
  }

  /**
   * Value and gradients of {@code secondOrder(double, double)}.
   */
  record SecondOrderValueAndGrad(double value, SecondOrderGradients gradients) {
  }
}
