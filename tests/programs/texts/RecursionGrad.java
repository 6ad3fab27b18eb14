import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Recursion}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class RecursionGrad {
  private RecursionGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * recursion(x, n)}.
   *
   * <p>Differentiates {@code recursion(double, int)}.
   */
  static RecursionGradients recursionBackward(double x, int n, double gradOutput) {
    boolean condition = n == 0;
    double chosen;
    RecursionFrame recursionFrame;
    if (condition) {
      chosen = 0.0;
      recursionFrame = null;
    } else {
      recursionFrame = new RecursionFrame();
      chosen = recursionForward(x, n - 1, recursionFrame);
    }

    // return n == 0 ? 1 : x * recursion(x, n - 1) + Math.sin(x);
    double gradX;
    if (condition) {
      gradX = 0.0;
    } else {
      gradX = gradOutput * Math.cos(x);
      gradX += gradOutput * chosen;
      recursionReverse(recursionFrame, gradOutput * x);
      double gradX1 = recursionFrame.gradX;
      gradX += gradX1;
    }
    return new RecursionGradients(gradX);
  }

  /**
   * Value and gradients of {@code recursion(x, n)} in one pass.
   *
   * <p>Differentiates {@code recursion(double, int)}.
   */
  static RecursionValueAndGrad recursionValueAndGrad(double x, int n) {
    boolean condition = n == 0;
    double chosen;
    double chosen1;
    RecursionFrame recursionFrame;
    if (condition) {
      chosen = 1.0;
      chosen1 = 0.0;
      recursionFrame = null;
    } else {
      recursionFrame = new RecursionFrame();
      chosen1 = recursionForward(x, n - 1, recursionFrame);
      chosen = x * chosen1 + Math.sin(x);
    }

    // return n == 0 ? 1 : x * recursion(x, n - 1) + Math.sin(x);
    double gradX;
    if (condition) {
      gradX = 0.0;
    } else {
      gradX = Math.cos(x) + chosen1;
      recursionReverse(recursionFrame, x);
      double gradX1 = recursionFrame.gradX;
      gradX += gradX1;
    }
    return new RecursionValueAndGrad(chosen, new RecursionGradients(gradX));
  }

  private static double recursionForward(double x, int n, RecursionFrame frame) {
    boolean condition = n == 0;
    double chosen;
    double chosen1;
    RecursionFrame recursionFrame;
    if (condition) {
      chosen = 1.0;
      chosen1 = 0.0;
      recursionFrame = null;
    } else {
      recursionFrame = new RecursionFrame();
      chosen1 = recursionForward(x, n - 1, recursionFrame);
      chosen = x * chosen1 + Math.sin(x);
    }
    frame.kept = condition;
    frame.x = x;
    frame.kept2 = chosen1;
    frame.recursionFrame = recursionFrame;
    return chosen;
  }

  private static void recursionReverse(RecursionFrame frame, double gradOutput) {
    // return n == 0 ? 1 : x * recursion(x, n - 1) + Math.sin(x);
    double gradX;
    if (frame.kept) {
      gradX = 0.0;
    } else {
      gradX = gradOutput * Math.cos(frame.x);
      gradX += gradOutput * frame.kept2;
      recursionReverse(frame.recursionFrame, gradOutput * frame.x);
      double gradX1 = frame.recursionFrame.gradX;
      gradX += gradX1;
    }
    frame.gradX = gradX;
  }

  /**
   * Gradients of {@code recursion(double, int)}, by parameter.
   */
  record RecursionGradients(double x) {
  }

  /**
   * Value and gradients of {@code recursion(double, int)}.
   */
  record RecursionValueAndGrad(double value, RecursionGradients gradients) {
  }

  /**
   * What one call of {@code recursion} keeps for its reverse sweep.
   */
  private static final class RecursionFrame {
    boolean kept;

    double x;

    double kept2;

    RecursionFrame recursionFrame;

    double gradX;
  }
}
