import dev.adjoint.autograd.GeneratedDerivative;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code RecordParameter}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class RecordParameterGrad {
  private RecordParameterGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * recordParameter(a, b)}.
   *
   * <p>Differentiates {@code recordParameter(RecordParameter.Point, RecordParameter.Point)}.
   */
  @GeneratedDerivative(
      wrt = {0, 1}
  )
  static RecordParameterGradients recordParameterBackward(RecordParameter.Point a,
      RecordParameter.Point b, double gradOutput) {
    double aX = a.x();
    double aY = a.y();
    double bX = b.x();
    double bY = b.y();
    double dx = aX - bX;
    double dy = aY - bY;

    // return Math.sqrt(dx * dx + dy * dy);
    double quotient = gradOutput / (Math.sqrt(dx * dx + dy * dy) * 2.0);
    double gradDy = quotient * dy * 2.0;
    double gradDx = quotient * dx * 2.0;
    // double dy = a.y() - b.y();
    double gradBY = -gradDy;
    // double dx = a.x() - b.x();
    double gradBX = -gradDx;
    return new RecordParameterGradients(new RecordParameter.Point(gradDx, gradDy),
        new RecordParameter.Point(gradBX, gradBY));
  }

  /**
   * Value and gradients of {@code recordParameter(a, b)} in one pass.
   *
   * <p>Differentiates {@code recordParameter(RecordParameter.Point, RecordParameter.Point)}.
   */
  static RecordParameterValueAndGrad recordParameterValueAndGrad(RecordParameter.Point a,
      RecordParameter.Point b) {
    double aX = a.x();
    double aY = a.y();
    double bX = b.x();
    double bY = b.y();
    double dx = aX - bX;
    double dy = aY - bY;
    double sqrt = Math.sqrt(dx * dx + dy * dy);

    // return Math.sqrt(dx * dx + dy * dy);
    double quotient = 1.0 / (sqrt * 2.0);
    double gradDy = quotient * dy * 2.0;
    double gradDx = quotient * dx * 2.0;
    // double dy = a.y() - b.y();
    double gradBY = -gradDy;
    // double dx = a.x() - b.x();
    double gradBX = -gradDx;
    return new RecordParameterValueAndGrad(sqrt,
        new RecordParameterGradients(new RecordParameter.Point(gradDx, gradDy),
        new RecordParameter.Point(gradBX, gradBY)));
  }

  /**
   * Gradients of {@code recordParameter(RecordParameter.Point, RecordParameter.Point)}, by parameter.
   */
  record RecordParameterGradients(RecordParameter.Point a, RecordParameter.Point b) {
  }

  /**
   * Value and gradients of {@code recordParameter(RecordParameter.Point, RecordParameter.Point)}.
   */
  record RecordParameterValueAndGrad(double value, RecordParameterGradients gradients) {
  }
}
