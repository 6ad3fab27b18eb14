package dev.adjoint.kernels;

/**
 * Elementwise functions of one {@code float}, a loop each. Input and output may be the same array.
 */
public final class FloatUnary {
  private static final int FEW = 32;

  private FloatUnary() {}

  /**
   * Applies a function to the head of an array.
   *
   * @param op the function
   * @param x the arguments
   * @param out receives the values at the same indices
   * @param n how many elements
   */
  public static void apply(UnaryOp op, float[] x, float[] out, int n) {
    if (n < FEW) {
      few(op, x, out, n);
      return;
    }
    switch (op) {
      case NEG -> neg(x, out, n);
      case ABS -> abs(x, out, n);
      case SIGN -> sign(x, out, n);
      case EXP -> FloatExponentials.exp(x, out, n);
      case EXPM1 -> expm1(x, out, n);
      case LOG -> log(x, out, n);
      case LOG1P -> log1p(x, out, n);
      case SQRT -> sqrt(x, out, n);
      case RSQRT -> rsqrt(x, out, n);
      case RECIPROCAL -> reciprocal(x, out, n);
      case SQUARE -> square(x, out, n);
      case SIN -> sin(x, out, n);
      case COS -> cos(x, out, n);
      case TANH -> FloatExponentials.tanh(x, out, n);
      case SIGMOID -> FloatExponentials.sigmoid(x, out, n);
      case RELU -> relu(x, out, n);
    }
  }

  /**
   * A loop of its own for small arrays: one that has seen these is compiled for them, and slow with
   * large ones ever after.
   */
  private static void few(UnaryOp op, float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = of(op, x[i]);
    }
  }

  private static float of(UnaryOp op, float x) {
    return switch (op) {
      case NEG -> -x;
      case ABS -> Math.abs(x);
      case SIGN -> x > 0 ? 1 : x < 0 ? -1 : 0;
      case EXP -> FloatExponentials.exp(x);
      case EXPM1 -> (float) Math.expm1(x);
      case LOG -> (float) Math.log(x);
      case LOG1P -> (float) Math.log1p(x);
      case SQRT -> (float) Math.sqrt(x);
      case RSQRT -> (float) (1 / Math.sqrt(x));
      case RECIPROCAL -> 1 / x;
      case SQUARE -> x * x;
      case SIN -> (float) Math.sin(x);
      case COS -> (float) Math.cos(x);
      case TANH -> FloatExponentials.tanh(x);
      case SIGMOID -> FloatExponentials.sigmoid(x);
      case RELU -> Math.max(x, 0);
    };
  }

  private static void neg(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = -x[i];
    }
  }

  private static void abs(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.abs(x[i]);
    }
  }

  private static void sign(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] > 0 ? 1 : x[i] < 0 ? -1 : 0;
    }
  }

  private static void expm1(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.expm1(x[i]);
    }
  }

  private static void log(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.log(x[i]);
    }
  }

  private static void log1p(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.log1p(x[i]);
    }
  }

  private static void sqrt(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.sqrt(x[i]);
    }
  }

  private static void rsqrt(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) (1 / Math.sqrt(x[i]));
    }
  }

  private static void reciprocal(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 1 / x[i];
    }
  }

  private static void square(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * x[i];
    }
  }

  private static void sin(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.sin(x[i]);
    }
  }

  private static void cos(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (float) Math.cos(x[i]);
    }
  }

  private static void relu(float[] x, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(x[i], 0);
    }
  }
}
