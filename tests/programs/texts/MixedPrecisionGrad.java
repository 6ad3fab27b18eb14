import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code MixedPrecision}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class MixedPrecisionGrad {
  private MixedPrecisionGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * mixedPrecision(x, y, n)}.
   *
   * <p>Differentiates {@code mixedPrecision(float, double, int)}.
   */
  static MixedPrecisionGradients mixedPrecisionBackward(float x, double y, int n,
      double gradOutput) {
    // return product * n + y / n;
    double gradY = gradOutput / n;
    float gradProduct = (float) gradOutput * n;
    // float product = (float) (x * y);
    gradY += (double) gradProduct * x;
    float gradX = (float) (gradProduct * y);
    return new MixedPrecisionGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code mixedPrecision(x, y, n)} in one pass.
   *
   * <p>Differentiates {@code mixedPrecision(float, double, int)}.
   */
  static MixedPrecisionValueAndGrad mixedPrecisionValueAndGrad(float x, double y, int n) {
    float product = (float) (x * y);

    // return product * n + y / n;
    double gradY = 1.0 / n;
    // float product = (float) (x * y);
    double converted = (float) n;
    gradY += converted * x;
    float gradX = (float) (converted * y);
    return new MixedPrecisionValueAndGrad(product * n + y / n,
        new MixedPrecisionGradients(gradX, gradY));
  }

  /**
   * Gradients of {@code mixedPrecision(float, double, int)}, by parameter.
   */
  record MixedPrecisionGradients(float x, double y) {
  }

  /**
   * Value and gradients of {@code mixedPrecision(float, double, int)}.
   */
  record MixedPrecisionValueAndGrad(double value, MixedPrecisionGradients gradients) {
  }
}
