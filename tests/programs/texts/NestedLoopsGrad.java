import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code NestedLoops}.
 */
@Generated("dev.adjoint.processor.DifferentiableProcessor")
final class NestedLoopsGrad {
  private NestedLoopsGrad() {
  }

  /**
   * Backward method (vector-Jacobian product): gradients of
   * {@code gradOutput * nestedLoops(x, n, m)}.
   *
   * <p>Differentiates {@code nestedLoops(double, int, int)}. Keeps {@code y} and 1 intermediate value of each loop iteration.
   */
  static NestedLoopsGradients nestedLoopsBackward(double x, int n, int m, double gradOutput) {
    int max = Math.max(0, m);
    int entries = Math.multiplyExact(Math.max(0, n), max);
    double[] yTape = new double[entries];
    double[] tape = new double[entries];
    double y = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        int position = i * max + j;
        yTape[position] = y;
        double sinY = Math.sin(y);
        tape[position] = sinY;
        y = sinY * x;
      }
    }

    double gradY = gradOutput;
    double gradX = 0.0;
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        int position = i * max + j;
        // y = Math.sin(y) * x;
        gradX += gradY * tape[position];
        y = yTape[position];
        gradY = gradY * x * Math.cos(y);
      }
    }
    gradX += gradY;
    return new NestedLoopsGradients(gradX);
  }

  /**
   * Value and gradients of {@code nestedLoops(x, n, m)} in one pass.
   *
   * <p>Differentiates {@code nestedLoops(double, int, int)}. Keeps {@code y} and 1 intermediate value of each loop iteration.
   */
  static NestedLoopsValueAndGrad nestedLoopsValueAndGrad(double x, int n, int m) {
    int max = Math.max(0, m);
    int entries = Math.multiplyExact(Math.max(0, n), max);
    double[] yTape = new double[entries];
    double[] tape = new double[entries];
    double y = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        int position = i * max + j;
        yTape[position] = y;
        double sinY = Math.sin(y);
        tape[position] = sinY;
        y = sinY * x;
      }
    }

    double gradY = 1.0;
    double gradX = 0.0;
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        int position = i * max + j;
        // y = Math.sin(y) * x;
        gradX += gradY * tape[position];
        double y1 = yTape[position];
        gradY = gradY * x * Math.cos(y1);
      }
    }
    gradX += gradY;
    return new NestedLoopsValueAndGrad(y, new NestedLoopsGradients(gradX));
  }

  /**
   * Gradients of {@code nestedLoops(double, int, int)}, by parameter.
   */
  record NestedLoopsGradients(double x) {
  }

  /**
   * Value and gradients of {@code nestedLoops(double, int, int)}.
   */
  record NestedLoopsValueAndGrad(double value, NestedLoopsGradients gradients) {
  }
}
