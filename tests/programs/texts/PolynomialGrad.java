import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Polynomial}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class PolynomialGrad {
  private PolynomialGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * polynomial(x)}.
   *
   * <p>Differentiates {@code polynomial(double)}.
   */
  static PolynomialGradients polynomialBackward(double x, double gradOutput) {
    // return 3 * x * x * x - 2 * x + 1;
    double gradX = gradOutput * (3.0 * x * x) - gradOutput * 2.0;
    gradX += gradOutput * x * x * 6.0;
    return new PolynomialGradients(gradX);
  }

  /**
   * Value and gradients of {@code polynomial(x)} in one pass.
   *
   * <p>Differentiates {@code polynomial(double)}.
   */
  static PolynomialValueAndGrad polynomialValueAndGrad(double x) {
    double product = 3.0 * x * x;

    // return 3 * x * x * x - 2 * x + 1;
    double gradX = -2.0 + product;
    gradX += x * x * 6.0;
    return new PolynomialValueAndGrad(product * x - 2.0 * x + 1.0, new PolynomialGradients(gradX));
  }

  /**
   * Gradients of {@code polynomial(double)}, by parameter.
   */
  record PolynomialGradients(double x) {
  }

  /**
   * Value and gradients of {@code polynomial(double)}.
   */
  record PolynomialValueAndGrad(double value, PolynomialGradients gradients) {
  }
}
