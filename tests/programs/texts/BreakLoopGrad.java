import dev.adjoint.autograd.GeneratedDerivative;
import dev.adjoint.tape.BooleanTape;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code BreakLoop}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class BreakLoopGrad {
  private BreakLoopGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * breakLoop(x, limit)}.
   *
   * <p>Differentiates {@code breakLoop(double[], double)}. Keeps 1 intermediate value of each loop iteration, on growing tapes.
   */
  @GeneratedDerivative(
      wrt = {0}
  )
  static BreakLoopGradients breakLoopBackward(double[] x, double limit, double gradOutput) {
    BooleanTape tape = new BooleanTape();
    double s = 0.0;
    boolean exited = false;
    int i = 0;
    while (!exited && i < x.length) {
      double xI = x[i];
      s += xI * xI;
      boolean condition = s > limit;
      tape.push(condition);
      if (condition) {
        exited = true;
      } else {
        s *= 0.5;
      }
      i++;
    }

    double[] gradX = new double[x.length];
    double gradS = gradOutput;
    for (int i1 = i - 1; i1 >= 0; i1--) {
      if (!tape.pop()) {
        // s *= 0.5;
        gradS *= 0.5;
      }
      // s += x[i] * x[i];
      gradX[i1] = gradS * x[i1] * 2.0;
    }
    return new BreakLoopGradients(gradX);
  }

  /**
   * Value and gradients of {@code breakLoop(x, limit)} in one pass.
   *
   * <p>Differentiates {@code breakLoop(double[], double)}. Keeps 1 intermediate value of each loop iteration, on growing tapes.
   */
  static BreakLoopValueAndGrad breakLoopValueAndGrad(double[] x, double limit) {
    BooleanTape tape = new BooleanTape();
    double s = 0.0;
    boolean exited = false;
    int i = 0;
    while (!exited && i < x.length) {
      double xI = x[i];
      s += xI * xI;
      boolean condition = s > limit;
      tape.push(condition);
      if (condition) {
        exited = true;
      } else {
        s *= 0.5;
      }
      i++;
    }

    double[] gradX = new double[x.length];
    double gradS = 1.0;
    for (int i1 = i - 1; i1 >= 0; i1--) {
      if (!tape.pop()) {
        // s *= 0.5;
        gradS *= 0.5;
      }
      // s += x[i] * x[i];
      gradX[i1] = gradS * x[i1] * 2.0;
    }
    return new BreakLoopValueAndGrad(s, new BreakLoopGradients(gradX));
  }

  /**
   * Gradients of {@code breakLoop(double[], double)}, by parameter.
   */
  record BreakLoopGradients(double[] x) {
  }

  /**
   * Value and gradients of {@code breakLoop(double[], double)}.
   */
  record BreakLoopValueAndGrad(double value, BreakLoopGradients gradients) {
  }
}
