import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Floats}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class FloatsGrad {
  private FloatsGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * floats(x, k)}.
   *
   * <p>Differentiates {@code floats(float[], float)}. Keeps nothing of a loop iteration.
   */
  static FloatsGradients floatsBackward(float[] x, float k, float gradOutput) {
    float s = 0.0f;
    for (int index = 0; index < x.length; index++) {
      float v = x[index];
      s += k * v * v;
    }

    // return (float) Math.sqrt(s);
    float gradS = (float) (gradOutput / (Math.sqrt(s) * 2.0));
    float[] gradX = new float[x.length];
    float gradK = 0.0f;
    for (int index = x.length - 1; index >= 0; index--) {
      float v = x[index];
      // s += k * v * v;
      float product = gradS * v;
      float gradV = gradS * (k * v);
      gradK += product * v;
      gradV += product * k;
      gradX[index] = gradV;
    }
    return new FloatsGradients(gradX, gradK);
  }

  /**
   * Value and gradients of {@code floats(x, k)} in one pass.
   *
   * <p>Differentiates {@code floats(float[], float)}. Keeps nothing of a loop iteration.
   */
  static FloatsValueAndGrad floatsValueAndGrad(float[] x, float k) {
    float s = 0.0f;
    for (int index = 0; index < x.length; index++) {
      float v = x[index];
      s += k * v * v;
    }
    double sqrt = Math.sqrt(s);

    // return (float) Math.sqrt(s);
    float gradS = (float) (1.0 / (sqrt * 2.0));
    float[] gradX = new float[x.length];
    float gradK = 0.0f;
    for (int index = x.length - 1; index >= 0; index--) {
      float v = x[index];
      // s += k * v * v;
      float product = gradS * v;
      float gradV = gradS * (k * v);
      gradK += product * v;
      gradV += product * k;
      gradX[index] = gradV;
    }
    return new FloatsValueAndGrad((float) sqrt, new FloatsGradients(gradX, gradK));
  }

  /**
   * Gradients of {@code floats(float[], float)}, by parameter.
   */
  record FloatsGradients(float[] x, float k) {
  }

  /**
   * Value and gradients of {@code floats(float[], float)}.
   */
  record FloatsValueAndGrad(float value, FloatsGradients gradients) {
  }
}
