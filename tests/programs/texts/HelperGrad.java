import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Helper}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class HelperGrad {
  private HelperGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * helper(x, y)}.
   *
   * <p>Differentiates {@code helper(double, double)}.
   */
  static HelperGradients helperBackward(double x, double y, double gradOutput) {
    SquareFrame squareFrame = new SquareFrame();
    squareForward(x * y, squareFrame);
    SquareFrame squareFrame1 = new SquareFrame();
    double squareValue = squareForward(x + y, squareFrame1);

    // return square(x * y) + square(x + y) * x;
    double gradX = gradOutput * squareValue;
    squareReverse(squareFrame1, gradOutput * x);
    double gradient = squareFrame1.gradV;
    gradX += gradient;
    squareReverse(squareFrame, gradOutput);
    double gradient1 = squareFrame.gradV;
    gradX += gradient1 * y;
    double gradY = gradient + gradient1 * x;
    return new HelperGradients(gradX, gradY);
  }

  /**
   * Value and gradients of {@code helper(x, y)} in one pass.
   *
   * <p>Differentiates {@code helper(double, double)}.
   */
  static HelperValueAndGrad helperValueAndGrad(double x, double y) {
    SquareFrame squareFrame = new SquareFrame();
    double squareValue = squareForward(x * y, squareFrame);
    SquareFrame squareFrame1 = new SquareFrame();
    double squareValue1 = squareForward(x + y, squareFrame1);

    // return square(x * y) + square(x + y) * x;
    squareReverse(squareFrame1, x);
    double gradient = squareFrame1.gradV;
    double gradX = squareValue1 + gradient;
    squareReverse(squareFrame, 1.0);
    double gradient1 = squareFrame.gradV;
    gradX += gradient1 * y;
    double gradY = gradient + gradient1 * x;
    return new HelperValueAndGrad(squareValue + squareValue1 * x,
        new HelperGradients(gradX, gradY));
  }

  private static double squareForward(double v, SquareFrame frame) {
    frame.v = v;
    return v * v;
  }

  private static void squareReverse(SquareFrame frame, double gradOutput) {
    // return v * v;
    double gradV = gradOutput * frame.v * 2.0;
    frame.gradV = gradV;
  }

  /**
   * Gradients of {@code helper(double, double)}, by parameter.
   */
  record HelperGradients(double x, double y) {
  }

  /**
   * Value and gradients of {@code helper(double, double)}.
   */
  record HelperValueAndGrad(double value, HelperGradients gradients) {
  }

  /**
   * What one call of {@code square} keeps for its reverse sweep.
   */
  private static final class SquareFrame {
    double v;

    double gradV;
  }
}
