import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Rosenbrock}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class RosenbrockGrad {
  private RosenbrockGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * rosenbrock(x)}.
   *
   * <p>Differentiates {@code rosenbrock(double[])}.
   */
  static RosenbrockGradients rosenbrockBackward(double[] x, double gradOutput) {
    double[] gradX = new double[x.length];
    for (int i = x.length - 2; i >= 0; i--) {
      // double d = x[i + 1] - x[i] * x[i];
      double xI = x[i];
      // double e = 1 - x[i];
      double e = 1.0 - xI;
      // f += 100 * d * d + e * e;
      double gradE = gradOutput * e * 2.0;
      double d = x[i + 1] - xI * xI;
      double product = gradOutput * d;
      double gradD = product * 200.0;
      gradX[i] = -gradE - product * xI * 400.0;
      gradX[i + 1] += gradD;
    }
    return new RosenbrockGradients(gradX);
  }

  /**
   * Value and gradients of {@code rosenbrock(x)} in one pass.
   *
   * <p>Differentiates {@code rosenbrock(double[])}. Keeps nothing of a loop iteration.
   */
  static RosenbrockValueAndGrad rosenbrockValueAndGrad(double[] x) {
    double[] gradX = new double[x.length];
    double f = 0.0;
    for (int i = 0; i < x.length - 1; i++) {
      double xI = x[i];
      double d = x[i + 1] - xI * xI;
      double e = 1.0 - xI;
      f += 100.0 * d * d + e * e;
      // f += 100 * d * d + e * e;
      double gradE = e * 2.0;
      double gradD = d * 200.0;
      // double d = x[i + 1] - x[i] * x[i];
      gradX[i] += -gradE - d * xI * 400.0;
      gradX[i + 1] = gradD;
    }
    return new RosenbrockValueAndGrad(f, new RosenbrockGradients(gradX));
  }

  /**
   * Gradients of {@code rosenbrock(double[])}, by parameter.
   */
  record RosenbrockGradients(double[] x) {
  }

  /**
   * Value and gradients of {@code rosenbrock(double[])}.
   */
  record RosenbrockValueAndGrad(double value, RosenbrockGradients gradients) {
  }
}
