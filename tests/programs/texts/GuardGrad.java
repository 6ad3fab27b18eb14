import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Guard}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class GuardGrad {
  private GuardGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * guard(x)}.
   *
   * <p>Differentiates {@code guard(double)}.
   */
  static GuardGradients guardBackward(double x, double gradOutput) {
    if (x <= 0.0) {
      throw new IllegalArgumentException("not positive: ".concat(String.valueOf(x)));
    }

    // return Math.log(x) * x;
    double gradX = gradOutput * Math.log(x);
    gradX += gradOutput * x / x;
    return new GuardGradients(gradX);
  }

  /**
   * Value and gradients of {@code guard(x)} in one pass.
   *
   * <p>Differentiates {@code guard(double)}.
   */
  static GuardValueAndGrad guardValueAndGrad(double x) {
    if (x <= 0.0) {
      throw new IllegalArgumentException("not positive: ".concat(String.valueOf(x)));
    }
    double logX = Math.log(x);

    // return Math.log(x) * x;
    double gradX = logX + x / x;
    return new GuardValueAndGrad(logX * x, new GuardGradients(gradX));
  }

  /**
   * Gradients of {@code guard(double)}, by parameter.
   */
  record GuardGradients(double x) {
  }

  /**
   * Value and gradients of {@code guard(double)}.
   */
  record GuardValueAndGrad(double value, GuardGradients gradients) {
  }
}
