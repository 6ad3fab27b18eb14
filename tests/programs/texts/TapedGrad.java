import dev.adjoint.autograd.GeneratedDerivative;
import dev.adjoint.tape.DoubleTape;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Taped}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class TapedGrad {
  private TapedGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * taped(x, limit)}.
   *
   * <p>Differentiates {@code taped(double, double)}. Keeps {@code t} of each loop iteration, on growing tapes.
   */
  @GeneratedDerivative(
      wrt = {0}
  )
  static TapedGradients tapedBackward(double x, double limit, double gradOutput) {
    DoubleTape statesValues = new DoubleTape();
    DoubleTape tTape = new DoubleTape();
    int statesSize = 0;
    double t = x;
    while (t < limit) {
      tTape.push(t);
      statesValues.set(statesSize, t);
      statesSize++;
      t += 0.3 * t * t;
    }

    DoubleTape gradStatesValues = new DoubleTape();
    double gradSum = gradOutput;
    for (int statesSize1 = 1; statesSize1 <= statesSize; statesSize1++) {
      // sum = 0.5 * sum + state * state;
      double product = gradSum * statesValues.get(statesSize1 - 1) * 2.0;
      gradSum *= 0.5;
      // double state = states.pop();
      gradStatesValues.set(statesSize1 - 1, product);
    }
    double gradT = 0.0;
    for (int statesSize1 = statesSize - 1; statesSize1 >= 0; statesSize1--) {
      t = tTape.pop();
      // t += 0.3 * t * t;
      gradT += gradT * t * 0.6;
      // states.push(t);
      gradT += gradStatesValues.get(statesSize1);
      gradStatesValues.set(statesSize1, 0.0);
    }
    return new TapedGradients(gradT);
  }

  /**
   * Value and gradients of {@code taped(x, limit)} in one pass.
   *
   * <p>Differentiates {@code taped(double, double)}. Keeps {@code t} of each loop iteration, on growing tapes.
   */
  static TapedValueAndGrad tapedValueAndGrad(double x, double limit) {
    DoubleTape statesValues = new DoubleTape();
    DoubleTape tTape = new DoubleTape();
    int statesSize = 0;
    double t = x;
    while (t < limit) {
      tTape.push(t);
      statesValues.set(statesSize, t);
      statesSize++;
      t += 0.3 * t * t;
    }
    double sum = 0.0;
    for (int statesSize1 = statesSize; statesSize1 > 0; statesSize1--) {
      double statesValuesElement = statesValues.get(statesSize1 - 1);
      sum = 0.5 * sum + statesValuesElement * statesValuesElement;
    }

    DoubleTape gradStatesValues = new DoubleTape();
    double gradSum = 1.0;
    for (int statesSize1 = 1; statesSize1 <= statesSize; statesSize1++) {
      // sum = 0.5 * sum + state * state;
      double product = gradSum * statesValues.get(statesSize1 - 1) * 2.0;
      gradSum *= 0.5;
      // double state = states.pop();
      gradStatesValues.set(statesSize1 - 1, product);
    }
    double gradT = 0.0;
    for (int statesSize1 = statesSize - 1; statesSize1 >= 0; statesSize1--) {
      t = tTape.pop();
      // t += 0.3 * t * t;
      gradT += gradT * t * 0.6;
      // states.push(t);
      gradT += gradStatesValues.get(statesSize1);
      gradStatesValues.set(statesSize1, 0.0);
    }
    return new TapedValueAndGrad(sum, new TapedGradients(gradT));
  }

  /**
   * Gradients of {@code taped(double, double)}, by parameter.
   */
  record TapedGradients(double x) {
  }

  /**
   * Value and gradients of {@code taped(double, double)}.
   */
  record TapedValueAndGrad(double value, TapedGradients gradients) {
  }
}
