import dev.adjoint.autograd.GeneratedDerivative;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code RecordResult}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class RecordResultGrad {
  private RecordResultGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * recordResult(x, y)}.
   *
   * <p>Differentiates {@code recordResult(double, double)}.
   */
  @GeneratedDerivative(
      wrt = {0, 1}
  )
  static RecordResultGradients recordResultBackward(double x, double y,
      RecordResult.Polar gradOutput) {
    double gradOutputRadius = gradOutput.radius();
    double gradOutputAngle = gradOutput.angle();
    double hypot = Math.hypot(x, y);

    // return new Polar(Math.hypot(x, y), Math.atan2(y, x));
    double sum = y * y + x * x;
    boolean condition = sum == 0.0;
    double gradY = condition ? 0.0 : gradOutputAngle * (x / sum);
    double gradX = condition ? 0.0 : -(gradOutputAngle * (y / sum));
    boolean condition1 = hypot == 0.0;
    gradX += condition1 ? 0.0 : gradOutputRadius * (x / hypot);
    gradY += condition1 ? 0.0 : gradOutputRadius * (y / hypot);
    return new RecordResultGradients(gradX, gradY);
  }

  /**
   * Gradients of {@code recordResult(double, double)}, by parameter.
   */
  record RecordResultGradients(double x, double y) {
  }
}
