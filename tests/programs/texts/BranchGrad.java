import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Branch}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class BranchGrad {
  private BranchGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * branch(x, y)}.
   *
   * <p>Differentiates {@code branch(double, double)}.
   */
  static BranchGradients branchBackward(double x, double y, double gradOutput) {
    boolean condition = x > y;
    double r;
    double chosen;
    if (condition) {
      r = x * x;
      chosen = 0.0;
    } else {
      chosen = Math.cos(y);
      r = y * chosen;
    }

    // return r * x;
    double gradR = gradOutput * x;
    double gradX = gradOutput * r;
    double gradY;
    if (condition) {
      // r = x * x;
      gradX += gradR * x * 2.0;
      gradY = 0.0;
    } else {
      // r = y * Math.cos(y);
      gradY = gradR * chosen;
      gradY -= gradR * y * Math.sin(y);
    }
    return new BranchGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code branch(x, y)} in one pass.
   *
   * <p>Differentiates {@code branch(double, double)}.
   */
  static BranchValueAndGrad branchValueAndGrad(double x, double y) {
    boolean condition = x > y;
    double r;
    double chosen;
    if (condition) {
      r = x * x;
      chosen = 0.0;
    } else {
      chosen = Math.cos(y);
      r = y * chosen;
    }

    double gradX;
    double gradY;
    if (condition) {
      // r = x * x;
      double r1 = x * x;
      gradX = r + r1 * 2.0;
      gradY = 0.0;
    } else {
      // r = y * Math.cos(y);
      gradY = x * chosen;
      gradY -= x * y * Math.sin(y);
      gradX = r;
    }
    return new BranchValueAndGrad(r * x, new BranchGradients(gradX, gradY));
  }

  /**
   * Gradients of {@code branch(double, double)}, by parameter.
   */
  record BranchGradients(double x, double y) {
  }

  /**
   * Value and gradients of {@code branch(double, double)}.
   */
  record BranchValueAndGrad(double value, BranchGradients gradients) {
  }
}
