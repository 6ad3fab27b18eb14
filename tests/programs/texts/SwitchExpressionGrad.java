import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code SwitchExpression}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SwitchExpressionGrad {
  private SwitchExpressionGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * switchExpression(x, kernel)}.
   *
   * <p>Differentiates {@code switchExpression(double, SwitchExpression.Kernel)}.
   */
  static SwitchExpressionGradients switchExpressionBackward(double x,
      SwitchExpression.Kernel kernel, double gradOutput) {
    SwitchExpression.Kernel selector = Objects.requireNonNull(kernel);
    int chosen = selector == SwitchExpression.Kernel.FLAT ? 0
        : selector == SwitchExpression.Kernel.LINEAR ? 1
        : selector == SwitchExpression.Kernel.SMOOTH ? 2 : -1;
    boolean condition = chosen == 0;
    if (!condition) {
      if (chosen != 1) {
        if (chosen != 2) {
          throw new MatchException(null, null);
        }
      }
    }

    // return switch (kernel) { case FLAT -> 1;
    double gradX;
    if (condition) {
      gradX = 0.0;
    } else if (chosen == 1) {
      gradX = gradOutput;
    } else {
      // yield e * x;
      double gradE = gradOutput * x;
      // double e = Math.exp(-x * x);
      double e = Math.exp(-(x * x));
      gradX = gradOutput * e;
      gradX -= gradE * e * x * 2.0;
    }
    return new SwitchExpressionGradients(gradX);
  }

  /**
   * Value and gradients of {@code switchExpression(x, kernel)} in one pass.
   *
   * <p>Differentiates {@code switchExpression(double, SwitchExpression.Kernel)}.
   */
  static SwitchExpressionValueAndGrad switchExpressionValueAndGrad(double x,
      SwitchExpression.Kernel kernel) {
    SwitchExpression.Kernel selector = Objects.requireNonNull(kernel);
    int chosen = selector == SwitchExpression.Kernel.FLAT ? 0
        : selector == SwitchExpression.Kernel.LINEAR ? 1
        : selector == SwitchExpression.Kernel.SMOOTH ? 2 : -1;
    boolean condition = chosen == 0;
    double chosen1;
    double e;
    if (condition) {
      chosen1 = 1.0;
      e = 0.0;
    } else if (chosen == 1) {
      chosen1 = x;
      e = 0.0;
    } else {
      if (chosen != 2) {
        throw new MatchException(null, null);
      }
      e = Math.exp(-x * x);
      chosen1 = e * x;
    }

    // return switch (kernel) { case FLAT -> 1;
    double gradX;
    if (condition) {
      gradX = 0.0;
    } else if (chosen == 1) {
      gradX = 1.0;
    } else {
      // yield e * x;
      double chosen2 = e * x;
      // double e = Math.exp(-x * x);
      gradX = e - chosen2 * x * 2.0;
    }
    return new SwitchExpressionValueAndGrad(chosen1, new SwitchExpressionGradients(gradX));
  }

  /**
   * Gradients of {@code switchExpression(double, SwitchExpression.Kernel)}, by parameter.
   */
  record SwitchExpressionGradients(double x) {
  }

  /**
   * Value and gradients of {@code switchExpression(double, SwitchExpression.Kernel)}.
   */
  record SwitchExpressionValueAndGrad(double value, SwitchExpressionGradients gradients) {
  }
}
