package dev.adjoint.kernels;

/** Elementwise functions of two integers: those that stay integers. Overflow wraps. */
public final class LongBinary {
  private LongBinary() {}

  /**
   * Applies a function to the heads of two arrays.
   *
   * @param op a function with integer values
   * @param x the first arguments
   * @param y the second arguments
   * @param out receives the values at the same indices
   * @param n how many elements
   */
  public static void apply(BinaryOp op, long[] x, long[] y, long[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] =
          switch (op) {
            case ADD -> x[i] + y[i];
            case SUB -> x[i] - y[i];
            case MUL -> x[i] * y[i];
            case POW -> power(x[i], y[i]);
            case MAXIMUM -> Math.max(x[i], y[i]);
            case MINIMUM -> Math.min(x[i], y[i]);
            case DIV, TANH_BACKWARD, SIGMOID_BACKWARD, RELU_BACKWARD ->
                throw new IllegalStateException("LongBinary: " + op + " has no integer values");
          };
    }
  }

  /** A power of integers; of negative exponents only 1 and -1 have one, the rest is 0. */
  private static long power(long base, long exponent) {
    if (exponent < 0) {
      return base == 1 ? 1 : base == -1 ? (exponent % 2 == 0 ? 1 : -1) : 0;
    }
    long result = 1;
    long square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
