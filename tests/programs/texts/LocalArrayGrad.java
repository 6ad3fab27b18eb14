import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code LocalArray}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class LocalArrayGrad {
  private LocalArrayGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * localArray(x, n)}.
   *
   * <p>Differentiates {@code localArray(double, int)}. Keeps nothing of a loop iteration.
   */
  static LocalArrayGradients localArrayBackward(double x, int n, double gradOutput) {
    double[] powers = new double[n];
    powers[0] = 1.0;
    for (int i = 1; i < n; i++) {
      powers[i] = powers[i - 1] * x;
    }

    double[] gradPowers = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      // s += powers[i];
      gradPowers[i] = gradOutput;
    }
    double gradX = 0.0;
    for (int i = n - 1; i >= 1; i--) {
      // powers[i] = powers[i - 1] * x;
      double gradPowersI = gradPowers[i];
      gradPowers[i] = 0.0;
      gradX += gradPowersI * powers[i - 1];
      gradPowers[i - 1] += gradPowersI * x;
    }
    return new LocalArrayGradients(gradX);
  }

  /**
   * Value and gradients of {@code localArray(x, n)} in one pass.
   *
   * <p>Differentiates {@code localArray(double, int)}. Keeps nothing of a loop iteration.
   */
  static LocalArrayValueAndGrad localArrayValueAndGrad(double x, int n) {
    double[] powers = new double[n];
    powers[0] = 1.0;
    for (int i = 1; i < n; i++) {
      powers[i] = powers[i - 1] * x;
    }
    double s = 0.0;
    for (int i = 0; i < n; i++) {
      s += powers[i];
    }

    double[] gradPowers = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      // s += powers[i];
      gradPowers[i] = 1.0;
    }
    double gradX = 0.0;
    for (int i = n - 1; i >= 1; i--) {
      // powers[i] = powers[i - 1] * x;
      double gradPowersI = gradPowers[i];
      gradPowers[i] = 0.0;
      gradX += gradPowersI * powers[i - 1];
      gradPowers[i - 1] += gradPowersI * x;
    }
    return new LocalArrayValueAndGrad(s, new LocalArrayGradients(gradX));
  }

  /**
   * Gradients of {@code localArray(double, int)}, by parameter.
   */
  record LocalArrayGradients(double x) {
  }

  /**
   * Value and gradients of {@code localArray(double, int)}.
   */
  record LocalArrayValueAndGrad(double value, LocalArrayGradients gradients) {
  }
}
