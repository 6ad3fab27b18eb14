package dev.adjoint.kernels;

/** Elementwise functions of one integer: those that stay integers. */
public final class LongUnary {
  private LongUnary() {}

  /**
   * Applies a function to the head of an array.
   *
   * @param op a function with integer values
   * @param x the arguments
   * @param out receives the values at the same indices
   * @param n how many elements
   */
  public static void apply(UnaryOp op, long[] x, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] =
          switch (op) {
            case NEG -> -x[i];
            case ABS -> Math.abs(x[i]);
            case SIGN -> Long.signum(x[i]);
            case SQUARE -> x[i] * x[i];
            case RELU -> Math.max(x[i], 0);
            case EXP, EXPM1, LOG, LOG1P, SQRT, RSQRT, RECIPROCAL, SIN, COS, TANH, SIGMOID ->
                throw new IllegalStateException("LongUnary: " + op + " has no integer values");
          };
    }
  }
}
