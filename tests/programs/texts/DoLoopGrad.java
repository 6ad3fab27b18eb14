import dev.adjoint.autograd.GeneratedDerivative;
import dev.adjoint.tape.DoubleTape;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code DoLoop}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class DoLoopGrad {
  private DoLoopGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * doLoop(x, limit)}.
   *
   * <p>Differentiates {@code doLoop(double, double)}. Keeps {@code y} of each loop iteration, on growing tapes.
   */
  @GeneratedDerivative(
      wrt = {0}
  )
  static DoLoopGradients doLoopBackward(double x, double limit, double gradOutput) {
    DoubleTape yTape = new DoubleTape();
    double y = x;
    int iterations = 0;
    do {
      yTape.push(y);
      y *= x;
      iterations++;
    } while (y < limit);

    double gradY = gradOutput;
    double gradX = 0.0;
    for (int iterations1 = iterations - 1; iterations1 >= 0; iterations1--) {
      y = yTape.pop();
      // y = y * x;
      double gradY1 = gradY * x;
      gradX += gradY * y;
      gradY = gradY1;
    }
    gradX += gradY;
    return new DoLoopGradients(gradX);
  }

  /**
   * Value and gradients of {@code doLoop(x, limit)} in one pass.
   *
   * <p>Differentiates {@code doLoop(double, double)}. Keeps {@code y} of each loop iteration, on growing tapes.
   */
  static DoLoopValueAndGrad doLoopValueAndGrad(double x, double limit) {
    DoubleTape yTape = new DoubleTape();
    double y = x;
    int iterations = 0;
    do {
      yTape.push(y);
      y *= x;
      iterations++;
    } while (y < limit);

    double gradY = 1.0;
    double gradX = 0.0;
    for (int iterations1 = iterations - 1; iterations1 >= 0; iterations1--) {
      double y1 = yTape.pop();
      // y = y * x;
      double gradY1 = gradY * x;
      gradX += gradY * y1;
      gradY = gradY1;
    }
    gradX += gradY;
    return new DoLoopValueAndGrad(y, new DoLoopGradients(gradX));
  }

  /**
   * Gradients of {@code doLoop(double, double)}, by parameter.
   */
  record DoLoopGradients(double x) {
  }

  /**
   * Value and gradients of {@code doLoop(double, double)}.
   */
  record DoLoopValueAndGrad(double value, DoLoopGradients gradients) {
  }
}
