import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Checkpointed}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class CheckpointedGrad {
  private CheckpointedGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * checkpointed(x)}.
   *
   * <p>Differentiates {@code checkpointed(double)}. Keeps {@code y} of each loop iteration.
   */
  static CheckpointedGradients checkpointedBackward(double x, double gradOutput) {
    double[] yTape = new double[10];
    double y = x;
    for (int i = 0; i < 10; i++) {
      yTape[i] = y;
      y = layer2(y, x);
    }

    double gradY = gradOutput;
    double gradX = 0.0;
    for (int i = 9; i >= 0; i--) {
      y = yTape[i];
      // y = layer(y, x);
      LayerFrame layerFrame = new LayerFrame();
      layerForward(y, x, layerFrame);
      layerReverse(layerFrame, gradY);
      gradY = layerFrame.gradY;
      double gradX1 = layerFrame.gradX;
      gradX += gradX1;
    }
    gradX += gradY;
    return new CheckpointedGradients(gradX);
  }

  /**
   * Value and gradients of {@code checkpointed(x)} in one pass.
   *
   * <p>Differentiates {@code checkpointed(double)}. Keeps {@code y} of each loop iteration.
   */
  static CheckpointedValueAndGrad checkpointedValueAndGrad(double x) {
    double[] yTape = new double[10];
    double y = x;
    for (int i = 0; i < 10; i++) {
      yTape[i] = y;
      y = layer2(y, x);
    }

    double gradY = 1.0;
    double gradX = 0.0;
    for (int i = 9; i >= 0; i--) {
      double y1 = yTape[i];
      // y = layer(y, x);
      LayerFrame layerFrame = new LayerFrame();
      layerForward(y1, x, layerFrame);
      layerReverse(layerFrame, gradY);
      gradY = layerFrame.gradY;
      double gradX1 = layerFrame.gradX;
      gradX += gradX1;
    }
    gradX += gradY;
    return new CheckpointedValueAndGrad(y, new CheckpointedGradients(gradX));
  }

  private static double layer2(double y, double x) {
    double h = Math.tanh(y * x);
    return h * Math.exp(-h);
  }

  private static double layerForward(double y, double x, LayerFrame frame) {
    double h = Math.tanh(y * x);
    double exp = Math.exp(-h);
    frame.kept = exp;
    frame.h = h;
    frame.x = x;
    frame.y = y;
    return h * exp;
  }

  private static void layerReverse(LayerFrame frame, double gradOutput) {
    // return h * Math.exp(-h);
    double gradH = gradOutput * frame.kept;
    gradH -= gradOutput * frame.h * frame.kept;
    // double h = Math.tanh(y * x);
    double product = gradH * (1.0 - frame.h * frame.h);
    double gradY = product * frame.x;
    double gradX = product * frame.y;
    frame.gradY = gradY;
    frame.gradX = gradX;
  }

  /**
   * Gradients of {@code checkpointed(double)}, by parameter.
   */
  record CheckpointedGradients(double x) {
  }

  /**
   * Value and gradients of {@code checkpointed(double)}.
   */
  record CheckpointedValueAndGrad(double value, CheckpointedGradients gradients) {
  }

  /**
   * What one call of {@code layer} keeps for its reverse sweep.
   */
  private static final class LayerFrame {
    double kept;

    double h;

    double x;

    double y;

    double gradY;

    double gradX;
  }
}
