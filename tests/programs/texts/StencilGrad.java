import dev.adjoint.autograd.GeneratedDerivative;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Stencil}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class StencilGrad {
  private StencilGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * stencil(u, k, steps)}.
   *
   * <p>Differentiates {@code stencil(double[], double, int)}. Keeps 1 intermediate value of each loop iteration.
   */
  @GeneratedDerivative(
      wrt = {0, 1},
      writes = {0}
  )
  static StencilGradients stencilBackward(double[] u, double k, int steps, double gradOutput) {
    int difference = u.length - 1;
    int difference1 = u.length - 2;
    int max = Math.max(0, difference1);
    int entries = Math.multiplyExact(Math.max(0, steps), max);
    double[] tape = new double[entries];
    for (int t = 0; t < steps; t++) {
      for (int i = 1; i < difference; i++) {
        double uI = u[i];
        double sum = u[i - 1] - 2.0 * uI + u[i + 1];
        int position = t * max + (i - 1);
        tape[position] = sum;
        u[i] = uI + k * sum;
      }
    }

    double[] gradU = new double[u.length];
    for (int index = difference; index >= 0; index--) {
      double v = u[index];
      // e += v * v;
      double gradV = gradOutput * v * 2.0;
      gradU[index] = gradV;
    }
    double gradK = 0.0;
    for (int t = steps - 1; t >= 0; t--) {
      for (int i = difference1; i >= 1; i--) {
        // u[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
        double gradUI = gradU[i];
        int position = t * max + (i - 1);
        gradK += gradUI * tape[position];
        double product = gradUI * k;
        gradU[i] = gradUI - product * 2.0;
        gradU[i + 1] += product;
        gradU[i - 1] += product;
      }
    }
    return new StencilGradients(gradU, gradK);
  }

  /**
   * Value and gradients of {@code stencil(u, k, steps)} in one pass.
   *
   * <p>Differentiates {@code stencil(double[], double, int)}. Keeps 1 intermediate value of each loop iteration.
   */
  static StencilValueAndGrad stencilValueAndGrad(double[] u, double k, int steps) {
    int difference = u.length - 1;
    int difference1 = u.length - 2;
    int max = Math.max(0, difference1);
    int entries = Math.multiplyExact(Math.max(0, steps), max);
    double[] tape = new double[entries];
    for (int t = 0; t < steps; t++) {
      for (int i = 1; i < difference; i++) {
        double uI = u[i];
        double sum = u[i - 1] - 2.0 * uI + u[i + 1];
        int position = t * max + (i - 1);
        tape[position] = sum;
        u[i] = uI + k * sum;
      }
    }
    double e = 0.0;
    for (int index = 0; index < u.length; index++) {
      double v = u[index];
      e += v * v;
    }

    double[] gradU = new double[u.length];
    for (int index = difference; index >= 0; index--) {
      double v = u[index];
      // e += v * v;
      double gradV = v * 2.0;
      gradU[index] = gradV;
    }
    double gradK = 0.0;
    for (int t = steps - 1; t >= 0; t--) {
      for (int i = difference1; i >= 1; i--) {
        // u[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
        double gradUI = gradU[i];
        int position = t * max + (i - 1);
        gradK += gradUI * tape[position];
        double product = gradUI * k;
        gradU[i] = gradUI - product * 2.0;
        gradU[i + 1] += product;
        gradU[i - 1] += product;
      }
    }
    return new StencilValueAndGrad(e, new StencilGradients(gradU, gradK));
  }

  /**
   * Gradients of {@code stencil(double[], double, int)}, by parameter.
   */
  record StencilGradients(double[] u, double k) {
  }

  /**
   * Value and gradients of {@code stencil(double[], double, int)}.
   */
  record StencilValueAndGrad(double value, StencilGradients gradients) {
  }
}
