import dev.adjoint.autograd.GeneratedDerivative;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Subset}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SubsetGrad {
  private SubsetGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * subset(x, w, k)}.
   *
   * <p>Differentiates {@code subset(double[], double[], double)}.
   */
  @GeneratedDerivative(
      wrt = {0}
  )
  static SubsetGradients subsetBackward(double[] x, double[] w, double k, double gradOutput) {
    double[] gradX = new double[x.length];
    for (int i = x.length - 1; i >= 0; i--) {
      // s += w[i] * Math.exp(k * x[i]);
      gradX[i] = gradOutput * w[i] * Math.exp(k * x[i]) * k;
    }
    return new SubsetGradients(gradX);
  }

  /**
   * Value and gradients of {@code subset(x, w, k)} in one pass.
   *
   * <p>Differentiates {@code subset(double[], double[], double)}. Keeps nothing of a loop iteration.
   */
  static SubsetValueAndGrad subsetValueAndGrad(double[] x, double[] w, double k) {
    double[] gradX = new double[x.length];
    double s = 0.0;
    for (int i = 0; i < x.length; i++) {
      double product = w[i] * Math.exp(k * x[i]);
      s += product;
      // s += w[i] * Math.exp(k * x[i]);
      gradX[i] = product * k;
    }
    return new SubsetValueAndGrad(s, new SubsetGradients(gradX));
  }

  /**
   * Gradients of {@code subset(double[], double[], double)}, by parameter.
   */
  record SubsetGradients(double[] x) {
  }

  /**
   * Value and gradients of {@code subset(double[], double[], double)}.
   */
  record SubsetValueAndGrad(double value, SubsetGradients gradients) {
  }
}
