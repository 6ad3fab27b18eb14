import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code RecordMethods}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class RecordMethodsGrad {
  private RecordMethodsGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * recordMethods(a, b, n)}.
   *
   * <p>Differentiates {@code recordMethods(double, double, int)}. Keeps {@code zRe} and {@code zIm} of each loop iteration.
   */
  static RecordMethodsGradients recordMethodsBackward(double a, double b, int n,
      double gradOutput) {
    int max = Math.max(0, n);
    double[] zReTape = new double[max];
    double[] zImTape = new double[max];
    double zRe = 0.0;
    double zIm = 0.0;
    for (int i = 0; i < n; i++) {
      zReTape[i] = zRe;
      zImTape[i] = zIm;
      double product = zRe * zIm;
      zRe = zRe * zRe - zIm * zIm + a;
      zIm = product + product + b;
    }

    // return re * re + im * im;
    double gradZIm = gradOutput * zIm * 2.0;
    double gradZRe = gradOutput * zRe * 2.0;
    double gradA = 0.0;
    double gradB = 0.0;
    for (int i = n - 1; i >= 0; i--) {
      // z = new Complex(square.re() + c.re(), square.im() + c.im());
      gradB += gradZIm;
      gradA += gradZRe;
      zIm = zImTape[i];
      // return new Complex(re * other.re - im * other.im, re * other.im + im * other.re…
      double gradZRe1 = gradZIm * zIm * 2.0;
      zRe = zReTape[i];
      gradZIm = gradZIm * zRe * 2.0;
      gradZIm -= gradZRe * zIm * 2.0;
      gradZRe = gradZRe1 + gradZRe * zRe * 2.0;
    }
    return new RecordMethodsGradients(gradA, gradB);
  }

  /**
   * Value and gradients of {@code recordMethods(a, b, n)} in one pass.
   *
   * <p>Differentiates {@code recordMethods(double, double, int)}. Keeps {@code zRe} and {@code zIm} of each loop iteration.
   */
  static RecordMethodsValueAndGrad recordMethodsValueAndGrad(double a, double b, int n) {
    int max = Math.max(0, n);
    double[] zReTape = new double[max];
    double[] zImTape = new double[max];
    double zRe = 0.0;
    double zIm = 0.0;
    for (int i = 0; i < n; i++) {
      zReTape[i] = zRe;
      zImTape[i] = zIm;
      double product = zRe * zIm;
      zRe = zRe * zRe - zIm * zIm + a;
      zIm = product + product + b;
    }

    // return re * re + im * im;
    double gradZIm = zIm * 2.0;
    double gradZRe = zRe * 2.0;
    double gradA = 0.0;
    double gradB = 0.0;
    for (int i = n - 1; i >= 0; i--) {
      // z = new Complex(square.re() + c.re(), square.im() + c.im());
      gradB += gradZIm;
      gradA += gradZRe;
      double zIm1 = zImTape[i];
      // return new Complex(re * other.re - im * other.im, re * other.im + im * other.re…
      double gradZRe1 = gradZIm * zIm1 * 2.0;
      double zRe1 = zReTape[i];
      gradZIm = gradZIm * zRe1 * 2.0;
      gradZIm -= gradZRe * zIm1 * 2.0;
      gradZRe = gradZRe1 + gradZRe * zRe1 * 2.0;
    }
    return new RecordMethodsValueAndGrad(zRe * zRe + zIm * zIm,
        new RecordMethodsGradients(gradA, gradB));
  }

  /**
   * Gradients of {@code recordMethods(double, double, int)}, by parameter.
   */
  record RecordMethodsGradients(double a, double b) {
  }

  /**
   * Value and gradients of {@code recordMethods(double, double, int)}.
   */
  record RecordMethodsValueAndGrad(double value, RecordMethodsGradients gradients) {
  }
}
