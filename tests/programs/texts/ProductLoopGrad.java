import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code ProductLoop}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class ProductLoopGrad {
  private ProductLoopGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * productLoop(x, n)}.
   *
   * <p>Differentiates {@code productLoop(double, int)}. Keeps {@code p} and 1 intermediate value of each loop iteration.
   */
  static ProductLoopGradients productLoopBackward(double x, int n, double gradOutput) {
    int max = Math.max(0, n);
    double[] pTape = new double[max];
    double[] tape = new double[max];
    double p = 1.0;
    for (int i = 0; i < n; i++) {
      pTape[i] = p;
      double sin = Math.sin(x + p);
      tape[i] = sin;
      p *= sin;
    }

    double gradP = gradOutput;
    double gradX = 0.0;
    for (int i = n - 1; i >= 0; i--) {
      // p = p * Math.sin(x + p);
      double gradP1 = gradP * tape[i];
      p = pTape[i];
      double product = gradP * p * Math.cos(x + p);
      gradX += product;
      gradP = gradP1 + product;
    }
    return new ProductLoopGradients(gradX);
  }

  /**
   * Value and gradients of {@code productLoop(x, n)} in one pass.
   *
   * <p>Differentiates {@code productLoop(double, int)}. Keeps {@code p} and 1 intermediate value of each loop iteration.
   */
  static ProductLoopValueAndGrad productLoopValueAndGrad(double x, int n) {
    int max = Math.max(0, n);
    double[] pTape = new double[max];
    double[] tape = new double[max];
    double p = 1.0;
    for (int i = 0; i < n; i++) {
      pTape[i] = p;
      double sin = Math.sin(x + p);
      tape[i] = sin;
      p *= sin;
    }

    double gradP = 1.0;
    double gradX = 0.0;
    for (int i = n - 1; i >= 0; i--) {
      // p = p * Math.sin(x + p);
      double gradP1 = gradP * tape[i];
      double p1 = pTape[i];
      double product = gradP * p1 * Math.cos(x + p1);
      gradX += product;
      gradP = gradP1 + product;
    }
    return new ProductLoopValueAndGrad(p, new ProductLoopGradients(gradX));
  }

  /**
   * Gradients of {@code productLoop(double, int)}, by parameter.
   */
  record ProductLoopGradients(double x) {
  }

  /**
   * Value and gradients of {@code productLoop(double, int)}.
   */
  record ProductLoopValueAndGrad(double value, ProductLoopGradients gradients) {
  }
}
