import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code BranchChain}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class BranchChainGrad {
  private BranchChainGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * branchChain(x, kind)}.
   *
   * <p>Differentiates {@code branchChain(double, int)}.
   */
  static BranchChainGradients branchChainBackward(double x, int kind, double gradOutput) {
    double gradX;
    if (kind == 0) {
      // r = x * x;
      gradX = gradOutput * x * 2.0;
    } else if (kind == 1) {
      // r = Math.sin(x);
      gradX = gradOutput * Math.cos(x);
    } else if (x > 2.0) {
      // r = 1 / x;
      double r = 1.0 / x;
      gradX = -(gradOutput / x * r);
    } else {
      gradX = gradOutput;
    }
    return new BranchChainGradients(gradX);
  }

  /**
   * Value and gradients of {@code branchChain(x, kind)} in one pass.
   *
   * <p>Differentiates {@code branchChain(double, int)}.
   */
  static BranchChainValueAndGrad branchChainValueAndGrad(double x, int kind) {
    boolean condition = kind == 0;
    double r;
    if (condition) {
      r = x * x;
    } else if (kind == 1) {
      r = Math.sin(x);
    } else if (x > 2.0) {
      r = 1.0 / x;
    } else {
      r = x;
    }

    double gradX;
    if (condition) {
      // r = x * x;
      gradX = x * 2.0;
    } else if (kind == 1) {
      // r = Math.sin(x);
      gradX = Math.cos(x);
    } else if (x > 2.0) {
      // r = 1 / x;
      double r1 = 1.0 / x;
      gradX = -(r1 * r1);
    } else {
      gradX = 1.0;
    }
    return new BranchChainValueAndGrad(r, new BranchChainGradients(gradX));
  }

  /**
   * Gradients of {@code branchChain(double, int)}, by parameter.
   */
  record BranchChainGradients(double x) {
  }

  /**
   * Value and gradients of {@code branchChain(double, int)}.
   */
  record BranchChainValueAndGrad(double value, BranchChainGradients gradients) {
  }
}
