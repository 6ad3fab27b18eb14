import dev.adjoint.autograd.GeneratedDerivative;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Constant}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class ConstantGrad {
  private ConstantGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * constant(x, temperature)}.
   *
   * <p>Differentiates {@code constant(double, double)}.
   */
  @GeneratedDerivative(
      wrt = {0}
  )
  static ConstantGradients constantBackward(double x, double temperature, double gradOutput) {
    // return x * fixed + temperature;
    double gradX = gradOutput * (x * temperature);
    return new ConstantGradients(gradX);
  }

  /**
   * Value and gradients of {@code constant(x, temperature)} in one pass.
   *
   * <p>Differentiates {@code constant(double, double)}.
   */
  static ConstantValueAndGrad constantValueAndGrad(double x, double temperature) {
    double product = x * temperature;
    return new ConstantValueAndGrad(x * product + temperature, new ConstantGradients(product));
  }

  /**
   * Gradients of {@code constant(double, double)}, by parameter.
   */
  record ConstantGradients(double x) {
  }

  /**
   * Value and gradients of {@code constant(double, double)}.
   */
  record ConstantValueAndGrad(double value, ConstantGradients gradients) {
  }
}
