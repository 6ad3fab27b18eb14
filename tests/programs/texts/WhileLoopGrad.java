import dev.adjoint.tape.DoubleTape;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code WhileLoop}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class WhileLoopGrad {
  private WhileLoopGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * whileLoop(a)}.
   *
   * <p>Differentiates {@code whileLoop(double)}. Keeps {@code x} of each loop iteration, on growing tapes.
   */
  static WhileLoopGradients whileLoopBackward(double a, double gradOutput) {
    DoubleTape xTape = new DoubleTape();
    double x = a;
    int iterations = 0;
    while (Math.abs(x * x - a) > 1e-12) {
      xTape.push(x);
      x = 0.5 * (x + a / x);
      iterations++;
    }

    double gradX = gradOutput;
    double gradA = 0.0;
    for (int iterations1 = iterations - 1; iterations1 >= 0; iterations1--) {
      x = xTape.pop();
      // x = 0.5 * (x + a / x);
      double product = gradX * 0.5;
      double quotient = product / x;
      gradA += quotient;
      gradX = product - quotient * (a / x);
    }
    gradA += gradX;
    return new WhileLoopGradients(gradA);
  }

  /**
   * Value and gradients of {@code whileLoop(a)} in one pass.
   *
   * <p>Differentiates {@code whileLoop(double)}. Keeps {@code x} of each loop iteration, on growing tapes.
   */
  static WhileLoopValueAndGrad whileLoopValueAndGrad(double a) {
    DoubleTape xTape = new DoubleTape();
    double x = a;
    int iterations = 0;
    while (Math.abs(x * x - a) > 1e-12) {
      xTape.push(x);
      x = 0.5 * (x + a / x);
      iterations++;
    }

    double gradX = 1.0;
    double gradA = 0.0;
    for (int iterations1 = iterations - 1; iterations1 >= 0; iterations1--) {
      double x1 = xTape.pop();
      // x = 0.5 * (x + a / x);
      double product = gradX * 0.5;
      double quotient = product / x1;
      gradA += quotient;
      gradX = product - quotient * (a / x1);
    }
    gradA += gradX;
    return new WhileLoopValueAndGrad(x, new WhileLoopGradients(gradA));
  }

  /**
   * Gradients of {@code whileLoop(double)}, by parameter.
   */
  record WhileLoopGradients(double a) {
  }

  /**
   * Value and gradients of {@code whileLoop(double)}.
   */
  record WhileLoopValueAndGrad(double value, WhileLoopGradients gradients) {
  }
}
