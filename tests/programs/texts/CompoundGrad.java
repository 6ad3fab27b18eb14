import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Compound}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class CompoundGrad {
  private CompoundGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * compound(x, n)}.
   *
   * <p>Differentiates {@code compound(double[], int)}.
   */
  static CompoundGradients compoundBackward(double[] x, int n, double gradOutput) {
    double[] gradX = new double[x.length];
    for (int i = n - 1; i >= 0; i--) {
      // s += x[i++] * x[i];
      int i1 = i + 1;
      gradX[i1] += gradOutput * x[i] - gradOutput / 2.0;
      gradX[i] = gradOutput * x[i1];
    }
    return new CompoundGradients(gradX);
  }

  /**
   * Value and gradients of {@code compound(x, n)} in one pass.
   *
   * <p>Differentiates {@code compound(double[], int)}. Keeps nothing of a loop iteration.
   */
  static CompoundValueAndGrad compoundValueAndGrad(double[] x, int n) {
    double[] gradX = new double[x.length];
    double s = 0.0;
    for (int i = 0; i < n; i++) {
      double xI = x[i];
      double xElement = x[i + 1];
      s += xI * xElement;
      s -= xElement / 2.0;
      // s += x[i++] * x[i];
      gradX[i + 1] = xI - 0.5;
      gradX[i] += xElement;
    }
    return new CompoundValueAndGrad(s, new CompoundGradients(gradX));
  }

  /**
   * Gradients of {@code compound(double[], int)}, by parameter.
   */
  record CompoundGradients(double[] x) {
  }

  /**
   * Value and gradients of {@code compound(double[], int)}.
   */
  record CompoundValueAndGrad(double value, CompoundGradients gradients) {
  }
}
