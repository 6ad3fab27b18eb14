package dev.adjoint.kernels;

/**
 * Elementwise functions of one {@code double}, a loop each. Input and output may be the same array.
 */
public final class DoubleUnary {
  private static final int FEW = 32;

  private DoubleUnary() {}

  /**
   * Applies a function to the head of an array.
   *
   * @param op the function
   * @param x the arguments
   * @param out receives the values at the same indices
   * @param n how many elements
   */
  public static void apply(UnaryOp op, double[] x, double[] out, int n) {
    if (n < FEW) {
      few(op, x, out, n);
      return;
    }
    switch (op) {
      case NEG -> neg(x, out, n);
      case ABS -> abs(x, out, n);
      case SIGN -> sign(x, out, n);
      case EXP -> exp(x, out, n);
      case EXPM1 -> expm1(x, out, n);
      case LOG -> log(x, out, n);
      case LOG1P -> log1p(x, out, n);
      case SQRT -> sqrt(x, out, n);
      case RSQRT -> rsqrt(x, out, n);
      case RECIPROCAL -> reciprocal(x, out, n);
      case SQUARE -> square(x, out, n);
      case SIN -> sin(x, out, n);
      case COS -> cos(x, out, n);
      case TANH -> tanh(x, out, n);
      case SIGMOID -> sigmoid(x, out, n);
      case RELU -> relu(x, out, n);
    }
  }

  /**
   * A loop of its own for small arrays: one that has seen these is compiled for them, and slow with
   * large ones ever after.
   */
  private static void few(UnaryOp op, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = of(op, x[i]);
    }
  }

  private static double of(UnaryOp op, double x) {
    return switch (op) {
      case NEG -> -x;
      case ABS -> Math.abs(x);
      case SIGN -> x > 0 ? 1 : x < 0 ? -1 : 0;
      case EXP -> Math.exp(x);
      case EXPM1 -> Math.expm1(x);
      case LOG -> Math.log(x);
      case LOG1P -> Math.log1p(x);
      case SQRT -> Math.sqrt(x);
      case RSQRT -> 1 / Math.sqrt(x);
      case RECIPROCAL -> 1 / x;
      case SQUARE -> x * x;
      case SIN -> Math.sin(x);
      case COS -> Math.cos(x);
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case RELU -> Math.max(x, 0);
    };
  }

  private static void neg(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = -x[i];
    }
  }

  private static void abs(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.abs(x[i]);
    }
  }

  private static void sign(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] > 0 ? 1 : x[i] < 0 ? -1 : 0;
    }
  }

  private static void exp(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.exp(x[i]);
    }
  }

  private static void expm1(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.expm1(x[i]);
    }
  }

  private static void log(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.log(x[i]);
    }
  }

  private static void log1p(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.log1p(x[i]);
    }
  }

  private static void sqrt(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.sqrt(x[i]);
    }
  }

  private static void rsqrt(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 1 / Math.sqrt(x[i]);
    }
  }

  private static void reciprocal(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 1 / x[i];
    }
  }

  private static void square(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * x[i];
    }
  }

  private static void sin(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.sin(x[i]);
    }
  }

  private static void cos(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.cos(x[i]);
    }
  }

  private static void tanh(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.tanh(x[i]);
    }
  }

  private static void sigmoid(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 1 / (1 + Math.exp(-x[i]));
    }
  }

  private static void relu(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(x[i], 0);
    }
  }
}
