package dev.adjoint.kernels;

/**
 * Elementwise functions of two {@code double} values, a loop each. The output may be one of the
 * inputs.
 */
public final class DoubleBinary {
  private static final int FEW = 32;

  private DoubleBinary() {}

  /**
   * Applies a function to the heads of two arrays.
   *
   * @param op the function
   * @param x the first arguments
   * @param y the second arguments
   * @param out receives the values at the same indices
   * @param n how many elements
   */
  public static void apply(BinaryOp op, double[] x, double[] y, double[] out, int n) {
    if (n < FEW) {
      for (int i = 0; i < n; i++) {
        out[i] = of(op, x[i], y[i]);
      }
      return;
    }
    switch (op) {
      case ADD -> add(x, y, out, n);
      case SUB -> sub(x, y, out, n);
      case MUL -> mul(x, y, out, n);
      case DIV -> div(x, y, out, n);
      case POW -> pow(x, y, out, n);
      case MAXIMUM -> maximum(x, y, out, n);
      case MINIMUM -> minimum(x, y, out, n);
      case TANH_BACKWARD -> tanhBackward(x, y, out, n);
      case SIGMOID_BACKWARD -> sigmoidBackward(x, y, out, n);
      case RELU_BACKWARD -> reluBackward(x, y, out, n);
    }
  }

  /**
   * Applies a function to the head of an array and one value.
   *
   * @param op the function
   * @param x the first arguments
   * @param y the second argument
   * @param out receives the values at the same indices
   * @param n how many elements
   */
  public static void apply(BinaryOp op, double[] x, double y, double[] out, int n) {
    if (n < FEW) {
      for (int i = 0; i < n; i++) {
        out[i] = of(op, x[i], y);
      }
      return;
    }
    switch (op) {
      case ADD -> addScalar(x, y, out, n);
      case SUB -> subScalar(x, y, out, n);
      case MUL -> mulScalar(x, y, out, n);
      case DIV -> divScalar(x, y, out, n);
      case POW -> powScalar(x, y, out, n);
      case MAXIMUM -> maximumScalar(x, y, out, n);
      case MINIMUM -> minimumScalar(x, y, out, n);
      case TANH_BACKWARD, SIGMOID_BACKWARD, RELU_BACKWARD -> apply(op, x, filled(y, n), out, n);
    }
  }

  /**
   * Applies a function to one value and the head of an array.
   *
   * @param op the function
   * @param x the first argument
   * @param y the second arguments
   * @param out receives the values at the same indices
   * @param n how many elements
   */
  public static void apply(BinaryOp op, double x, double[] y, double[] out, int n) {
    if (n < FEW) {
      for (int i = 0; i < n; i++) {
        out[i] = of(op, x, y[i]);
      }
      return;
    }
    switch (op) {
      case ADD, MUL, MAXIMUM, MINIMUM -> apply(op, y, x, out, n);
      case SUB -> subFrom(x, y, out, n);
      case DIV -> divInto(x, y, out, n);
      case POW -> powOf(x, y, out, n);
      case TANH_BACKWARD, SIGMOID_BACKWARD, RELU_BACKWARD -> apply(op, filled(x, n), y, out, n);
    }
  }

  /**
   * For the loops over small arrays: one that has seen these is compiled for them, and slow with
   * large ones ever after.
   */
  private static double of(BinaryOp op, double x, double y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case POW -> Power.of(x, y);
      case MAXIMUM -> Math.max(x, y);
      case MINIMUM -> Math.min(x, y);
      case TANH_BACKWARD -> x * (1 - y * y);
      case SIGMOID_BACKWARD -> x * (1 - y) * y;
      case RELU_BACKWARD -> y <= 0 ? 0 : x;
    };
  }

  private static double[] filled(double value, int n) {
    double[] array = new double[n];
    java.util.Arrays.fill(array, value);
    return array;
  }

  private static void add(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] + y[i];
    }
  }

  private static void sub(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] - y[i];
    }
  }

  private static void mul(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * y[i];
    }
  }

  private static void div(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] / y[i];
    }
  }

  private static void pow(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Power.of(x[i], y[i]);
    }
  }

  private static void maximum(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(x[i], y[i]);
    }
  }

  private static void minimum(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.min(x[i], y[i]);
    }
  }

  private static void tanhBackward(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * (1 - y[i] * y[i]);
    }
  }

  private static void sigmoidBackward(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * (1 - y[i]) * y[i];
    }
  }

  private static void reluBackward(double[] x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = y[i] <= 0 ? 0 : x[i];
    }
  }

  private static void addScalar(double[] x, double y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] + y;
    }
  }

  private static void subScalar(double[] x, double y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] - y;
    }
  }

  private static void mulScalar(double[] x, double y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * y;
    }
  }

  private static void divScalar(double[] x, double y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] / y;
    }
  }

  private static void powScalar(double[] x, double y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Power.of(x[i], y);
    }
  }

  private static void maximumScalar(double[] x, double y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(x[i], y);
    }
  }

  private static void minimumScalar(double[] x, double y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.min(x[i], y);
    }
  }

  private static void subFrom(double x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x - y[i];
    }
  }

  private static void divInto(double x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x / y[i];
    }
  }

  private static void powOf(double x, double[] y, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Power.of(x, y[i]);
    }
  }
}
