import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code SwitchStatement}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SwitchStatementGrad {
  private SwitchStatementGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * switchStatement(x, degree)}.
   *
   * <p>Differentiates {@code switchStatement(double, int)}.
   */
  static SwitchStatementGradients switchStatementBackward(double x, int degree, double gradOutput) {
    double gradX;
    if (degree == 3) {
      // case 1: r *= x;
      double gradR = gradOutput * x;
      // case 2: r *= x;
      double r = x * x;
      gradX = gradOutput * r;
      gradX += gradR * x * 2.0;
    } else if (degree == 2) {
      gradX = gradOutput * x * 2.0;
    } else {
      gradX = degree == 1 ? gradOutput : 0.0;
    }
    return new SwitchStatementGradients(gradX);
  }

  /**
   * Value and gradients of {@code switchStatement(x, degree)} in one pass.
   *
   * <p>Differentiates {@code switchStatement(double, int)}.
   */
  static SwitchStatementValueAndGrad switchStatementValueAndGrad(double x, int degree) {
    boolean condition = degree == 3;
    double r;
    if (condition) {
      r = x * x;
      r *= x;
    } else if (degree == 2) {
      r = x * x;
    } else {
      r = degree == 1 ? x : 0.0;
    }

    double gradX;
    if (condition) {
      // case 2: r *= x;
      double r1 = x * x;
      gradX = r1 * 2.0;
      gradX += r1;
    } else if (degree == 2) {
      // case 1: r *= x;
      gradX = x * 2.0;
    } else {
      gradX = degree == 1 ? 1.0 : 0.0;
    }
    return new SwitchStatementValueAndGrad(r, new SwitchStatementGradients(gradX));
  }

  /**
   * Gradients of {@code switchStatement(double, int)}, by parameter.
   */
  record SwitchStatementGradients(double x) {
  }

  /**
   * Value and gradients of {@code switchStatement(double, int)}.
   */
  record SwitchStatementValueAndGrad(double value, SwitchStatementGradients gradients) {
  }
}
