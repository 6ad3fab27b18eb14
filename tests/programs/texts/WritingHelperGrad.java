import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code WritingHelper}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class WritingHelperGrad {
  private WritingHelperGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * writingHelper(x)}.
   *
   * <p>Differentiates {@code writingHelper(double[])}.
   */
  static WritingHelperGradients writingHelperBackward(double[] x, double gradOutput) {
    double[] y = x.clone();
    NormaliseFrame normaliseFrame = new NormaliseFrame();
    normaliseForward(y, normaliseFrame);
    double yElement = y[0];

    double[] gradY = new double[y.length];
    // return y[0] * y[0] + y[1];
    gradY[1] = gradOutput;
    gradY[0] = gradOutput * yElement * 2.0;
    // normalise(y);
    normaliseReverse(normaliseFrame, gradY);
    return new WritingHelperGradients(gradY);
  }

  /**
   * Value and gradients of {@code writingHelper(x)} in one pass.
   *
   * <p>Differentiates {@code writingHelper(double[])}.
   */
  static WritingHelperValueAndGrad writingHelperValueAndGrad(double[] x) {
    double[] y = x.clone();
    NormaliseFrame normaliseFrame = new NormaliseFrame();
    normaliseForward(y, normaliseFrame);
    double yElement = y[0];
    double sum = yElement * yElement + y[1];

    double[] gradY = new double[y.length];
    // return y[0] * y[0] + y[1];
    gradY[1] = 1.0;
    gradY[0] = yElement * 2.0;
    // normalise(y);
    normaliseReverse(normaliseFrame, gradY);
    return new WritingHelperValueAndGrad(sum, new WritingHelperGradients(gradY));
  }

  private static void normaliseForward(double[] v, NormaliseFrame frame) {
    int max = Math.max(0, v.length);
    double[] eTape = new double[max];
    double s = 0.0;
    for (int index = 0; index < v.length; index++) {
      double e = v[index];
      eTape[index] = e;
      s += e * e;
    }
    double sqrtS = Math.sqrt(s);
    double[] tape = new double[max];
    for (int i = 0; i < v.length; i++) {
      double quotient = v[i] / sqrtS;
      tape[i] = quotient;
      v[i] = quotient;
    }
    frame.kept = v.length;
    frame.kept2 = sqrtS;
    frame.tape = tape;
    frame.eTape = eTape;
  }

  private static void normaliseReverse(NormaliseFrame frame, double[] gradV) {
    double gradS = 0.0;
    for (int i = frame.kept - 1; i >= 0; i--) {
      // v[i] /= Math.sqrt(s);
      double quotient = gradV[i] / frame.kept2;
      gradS -= quotient * frame.tape[i] / (frame.kept2 * 2.0);
      gradV[i] = quotient;
    }
    for (int index = frame.kept - 1; index >= 0; index--) {
      double e = frame.eTape[index];
      // s += e * e;
      double gradE = gradS * e * 2.0;
      gradV[index] += gradE;
    }
  }

  /**
   * Gradients of {@code writingHelper(double[])}, by parameter.
   */
  record WritingHelperGradients(double[] x) {
  }

  /**
   * Value and gradients of {@code writingHelper(double[])}.
   */
  record WritingHelperValueAndGrad(double value, WritingHelperGradients gradients) {
  }

  /**
   * What one call of {@code normalise} keeps for its reverse sweep.
   */
  private static final class NormaliseFrame {
    int kept;

    double kept2;

    double[] tape;

    double[] eTape;
  }
}
