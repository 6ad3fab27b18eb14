import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Conditional}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class ConditionalGrad {
  private ConditionalGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * conditional(x, y)}.
   *
   * <p>Differentiates {@code conditional(double, double)}.
   */
  static ConditionalGradients conditionalBackward(double x, double y, double gradOutput) {
    boolean condition = x < y;
    double chosen = condition ? x : y;

    // return low > 0 ? low * low : x > 1 ? -x : y * x;
    double chosen1;
    double gradX;
    double gradY;
    if (chosen > 0.0) {
      chosen1 = gradOutput * chosen * 2.0;
      gradX = 0.0;
      gradY = 0.0;
    } else {
      if (x > 1.0) {
        gradX = -gradOutput;
        gradY = 0.0;
      } else {
        gradY = gradOutput * x;
        gradX = gradOutput * y;
      }
      chosen1 = 0.0;
    }
    // double low = x < y ? x : y;
    if (condition) {
      gradX += chosen1;
    } else {
      gradY += chosen1;
    }
    return new ConditionalGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code conditional(x, y)} in one pass.
   *
   * <p>Differentiates {@code conditional(double, double)}.
   */
  static ConditionalValueAndGrad conditionalValueAndGrad(double x, double y) {
    boolean condition = x < y;
    double chosen = condition ? x : y;
    boolean condition1 = chosen > 0.0;

    // return low > 0 ? low * low : x > 1 ? -x : y * x;
    double chosen1;
    double gradX;
    double gradY;
    if (condition1) {
      chosen1 = chosen * 2.0;
      gradX = 0.0;
      gradY = 0.0;
    } else {
      if (x > 1.0) {
        gradX = -1.0;
        gradY = 0.0;
      } else {
        gradX = y;
        gradY = x;
      }
      chosen1 = 0.0;
    }
    // double low = x < y ? x : y;
    if (condition) {
      gradX += chosen1;
    } else {
      gradY += chosen1;
    }
    return new ConditionalValueAndGrad(condition1 ? chosen * chosen : x > 1.0 ? -x : y * x,
        new ConditionalGradients(gradX, gradY));
  }

  /**
   * Gradients of {@code conditional(double, double)}, by parameter.
   */
  record ConditionalGradients(double x, double y) {
  }

  /**
   * Value and gradients of {@code conditional(double, double)}.
   */
  record ConditionalValueAndGrad(double value, ConditionalGradients gradients) {
  }
}
