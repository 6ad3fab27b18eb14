import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code AlikeNames}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class AlikeNamesGrad {
  private AlikeNamesGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * f(x)}.
   *
   * <p>Differentiates {@code f(double)}.
   */
  static FGradients fBackward(double x, double gradOutput) {
    boolean isLarge = fBackward2(x, 2.0) + fValueAndGrad2(x) + gForward2(x) + F(x) > 1.0;
    double chosen;
    GFrame gFrame;
    double chosen1;
    G2Frame GFrame;
    if (isLarge) {
      gFrame = new GFrame();
      chosen = gForward(x, gFrame);
      GFrame = new G2Frame();
      chosen1 = G2Forward(x, GFrame);
    } else {
      chosen = 0.0;
      gFrame = null;
      chosen1 = 0.0;
      GFrame = null;
    }

    // return isLarge ? g(x) * G(x) : x;
    double gradX;
    if (isLarge) {
      G2Reverse(GFrame, gradOutput * chosen);
      gradX = GFrame.gradX;
      gReverse(gFrame, gradOutput * chosen1);
      double gradX1 = gFrame.gradX;
      gradX += gradX1;
    } else {
      gradX = gradOutput;
    }
    return new FGradients(gradX);
  }

  /**
   * Value and gradients of {@code f(x)} in one pass.
   *
   * <p>Differentiates {@code f(double)}.
   */
  static FValueAndGrad fValueAndGrad(double x) {
    boolean isLarge = fBackward2(x, 2.0) + fValueAndGrad2(x) + gForward2(x) + F(x) > 1.0;
    double chosen;
    GFrame gFrame;
    double chosen1;
    G2Frame GFrame;
    if (isLarge) {
      gFrame = new GFrame();
      chosen = gForward(x, gFrame);
      GFrame = new G2Frame();
      chosen1 = G2Forward(x, GFrame);
      x = chosen * chosen1;
    } else {
      chosen = 0.0;
      gFrame = null;
      chosen1 = 0.0;
      GFrame = null;
    }

    // return isLarge ? g(x) * G(x) : x;
    double gradX;
    if (isLarge) {
      G2Reverse(GFrame, chosen);
      gradX = GFrame.gradX;
      gReverse(gFrame, chosen1);
      double gradX1 = gFrame.gradX;
      gradX += gradX1;
    } else {
      gradX = 1.0;
    }
    return new FValueAndGrad(x, new FGradients(gradX));
  }

  private static double fBackward2(double x, double k) {
    return Math.sin(x) * k;
  }

  private static double fValueAndGrad2(double x) {
    return Math.cos(x);
  }

  private static double gForward2(double x) {
    return Math.tanh(x);
  }

  private static double F(double x) {
    return x * x;
  }

  private static double gForward(double x, GFrame frame) {
    frame.x = x;
    return Math.sin(x);
  }

  private static void gReverse(GFrame frame, double gradOutput) {
    // return Math.sin(x);
    double gradX = gradOutput * Math.cos(frame.x);
    frame.gradX = gradX;
  }

  private static double G2Forward(double x, G2Frame frame) {
    double expX = Math.exp(x);
    frame.kept = expX;
    return expX;
  }

  private static void G2Reverse(G2Frame frame, double gradOutput) {
    // return Math.exp(x);
    double gradX = gradOutput * frame.kept;
    frame.gradX = gradX;
  }

  /**
   * Gradients of {@code f(double)}, by parameter.
   */
  record FGradients(double x) {
  }

  /**
   * Value and gradients of {@code f(double)}.
   */
  record FValueAndGrad(double value, FGradients gradients) {
  }

  /**
   * What one call of {@code g} keeps for its reverse sweep.
   */
  private static final class GFrame {
    double x;

    double gradX;
  }

  /**
   * What one call of {@code G} keeps for its reverse sweep.
   */
  private static final class G2Frame {
    double kept;

    double gradX;
  }
}
