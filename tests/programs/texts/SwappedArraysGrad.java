import dev.adjoint.tape.DoubleTape;
import dev.adjoint.tape.ObjectTape;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code SwappedArrays}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class SwappedArraysGrad {
  private SwappedArraysGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * swappedArrays(start, k, steps)}.
   *
   * <p>Differentiates {@code swappedArrays(double[], double, int)}. Keeps {@code now} and 1 intermediate value of each loop iteration, on growing tapes.
   */
  static SwappedArraysGradients swappedArraysBackward(double[] start, double k, int steps,
      double gradOutput) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    DoubleTape tape = new DoubleTape();
    ObjectTape<double[]> nowTape = new ObjectTape<>();
    double[] now1 = now;
    double[] next1 = next;
    for (int t = 0; t < steps; t++) {
      nowTape.push(now1);
      for (int i = 1; i < now1.length - 1; i++) {
        double now1I = now1[i];
        double sum = now1[i - 1] - 2.0 * now1I + now1[i + 1];
        tape.push(sum);
        next1[i] = now1I + k * sum;
      }
      double[] nextNow1 = next1;
      next1 = now1;
      now1 = nextNow1;
    }

    double[] gradNow = new double[now1.length];
    // return now[1];
    gradNow[1] = gradOutput;
    double[] gradNext = new double[next1.length];
    double[] gradNow1 = gradNow;
    double[] gradNext1 = gradNext;
    double gradK = 0.0;
    for (int t = steps - 1; t >= 0; t--) {
      double[] now2 = nowTape.pop();
      for (int i = now2.length - 2; i >= 1; i--) {
        double pop = tape.pop();
        // next[i] = now[i] + k * (now[i - 1] - 2 * now[i] + now[i + 1]);
        double gradNow1I = gradNow1[i];
        gradNow1[i] = 0.0;
        gradK += gradNow1I * pop;
        double product = gradNow1I * k;
        gradNext1[i + 1] += product;
        gradNext1[i - 1] += product;
        gradNext1[i] += gradNow1I - product * 2.0;
      }
      double[] nextGradNow1 = gradNext1;
      gradNext1 = gradNow1;
      gradNow1 = nextGradNow1;
    }
    double[] gradStart = new double[start.length];
    for (int element = 0; element < gradNow1.length; element++) {
      gradStart[element] += gradNow1[element];
    }
    return new SwappedArraysGradients(gradStart, gradK);
  }

  /**
   * Value and gradients of {@code swappedArrays(start, k, steps)} in one pass.
   *
   * <p>Differentiates {@code swappedArrays(double[], double, int)}. Keeps {@code now} and 1 intermediate value of each loop iteration, on growing tapes.
   */
  static SwappedArraysValueAndGrad swappedArraysValueAndGrad(double[] start, double k, int steps) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    DoubleTape tape = new DoubleTape();
    ObjectTape<double[]> nowTape = new ObjectTape<>();
    double[] now1 = now;
    double[] next1 = next;
    for (int t = 0; t < steps; t++) {
      nowTape.push(now1);
      for (int i = 1; i < now1.length - 1; i++) {
        double now1I = now1[i];
        double sum = now1[i - 1] - 2.0 * now1I + now1[i + 1];
        tape.push(sum);
        next1[i] = now1I + k * sum;
      }
      double[] nextNow1 = next1;
      next1 = now1;
      now1 = nextNow1;
    }
    double now1Element = now1[1];

    double[] gradNow = new double[now1.length];
    // return now[1];
    gradNow[1] = 1.0;
    double[] gradNext = new double[next1.length];
    double[] gradNow1 = gradNow;
    double[] gradNext1 = gradNext;
    double gradK = 0.0;
    for (int t = steps - 1; t >= 0; t--) {
      double[] now2 = nowTape.pop();
      for (int i = now2.length - 2; i >= 1; i--) {
        double pop = tape.pop();
        // next[i] = now[i] + k * (now[i - 1] - 2 * now[i] + now[i + 1]);
        double gradNow1I = gradNow1[i];
        gradNow1[i] = 0.0;
        gradK += gradNow1I * pop;
        double product = gradNow1I * k;
        gradNext1[i + 1] += product;
        gradNext1[i - 1] += product;
        gradNext1[i] += gradNow1I - product * 2.0;
      }
      double[] nextGradNow1 = gradNext1;
      gradNext1 = gradNow1;
      gradNow1 = nextGradNow1;
    }
    double[] gradStart = new double[start.length];
    for (int element = 0; element < gradNow1.length; element++) {
      gradStart[element] += gradNow1[element];
    }
    return new SwappedArraysValueAndGrad(now1Element, new SwappedArraysGradients(gradStart, gradK));
  }

  /**
   * Gradients of {@code swappedArrays(double[], double, int)}, by parameter.
   */
  record SwappedArraysGradients(double[] start, double k) {
  }

  /**
   * Value and gradients of {@code swappedArrays(double[], double, int)}.
   */
  record SwappedArraysValueAndGrad(double value, SwappedArraysGradients gradients) {
  }
}
