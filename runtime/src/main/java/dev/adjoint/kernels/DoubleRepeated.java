package dev.adjoint.kernels;

/**
 * Elementwise functions of two {@code double} operands of which one is repeated: block by block in
 * arrays of their own, which the loops share the index of, so that nothing is expanded as a whole.
 */
public final class DoubleRepeated {
  private static final int BLOCK = 1024;

  private final BinaryOp op;
  private final double[] x;
  private final double[] y;
  private final Repetition repetition;
  private final boolean isReversed;
  private final double[] block;

  /**
   * A function and its operands.
   *
   * @param op the function
   * @param x the operand with all elements, from index 0
   * @param y the repeated operand
   * @param repetition how it is repeated
   * @param isReversed whether the repeated operand is the first one
   */
  public DoubleRepeated(
      BinaryOp op, double[] x, double[] y, Repetition repetition, boolean isReversed) {
    this.op = op;
    this.x = x;
    this.y = y;
    this.repetition = repetition;
    this.isReversed = isReversed;
    this.block = new double[Math.min(x.length, BLOCK)];
  }

  /**
   * Applies the function.
   *
   * @param out receives the values; may be the array of {@code x}, not that of {@code y}
   * @param n how many elements
   */
  public void apply(double[] out, int n) {
    if (repetition.run() > 1) {
      runs(out, n);
    } else if (repetition.period() <= BLOCK / 2) {
      tiles(out, n);
    } else {
      rows(out, n);
    }
  }

  private void runs(double[] out, int n) {
    int run = repetition.run();
    for (int q = 0; q * (long) run < n; q++) {
      double value = y[repetition.offset() + q % repetition.period()];
      for (int from = q * run; from < (q + 1) * run; from += BLOCK) {
        int count = Math.min(BLOCK, (q + 1) * run - from);
        System.arraycopy(x, from, block, 0, count);
        if (isReversed) {
          DoubleBinary.apply(op, value, block, block, count);
        } else {
          DoubleBinary.apply(op, block, value, block, count);
        }
        System.arraycopy(block, 0, out, from, count);
      }
    }
  }

  /** Several periods at a time. */
  private void tiles(double[] out, int n) {
    int period = repetition.period();
    double[] tile = new double[Math.min(n, BLOCK / period * period)];
    for (int at = 0; at < tile.length; at += period) {
      System.arraycopy(y, repetition.offset(), tile, at, period);
    }
    for (int from = 0; from < n; from += tile.length) {
      combine(tile, from, Math.min(tile.length, n - from), out);
    }
  }

  private void rows(double[] out, int n) {
    int period = repetition.period();
    double[] part = new double[BLOCK];
    for (int column = 0; column < period; column += BLOCK) {
      int count = Math.min(BLOCK, period - column);
      System.arraycopy(y, repetition.offset() + column, part, 0, count);
      for (int row = 0; row < n; row += period) {
        combine(part, row + column, count, out);
      }
    }
  }

  private void combine(double[] part, int from, int count, double[] out) {
    System.arraycopy(x, from, block, 0, count);
    if (isReversed) {
      DoubleBinary.apply(op, part, block, block, count);
    } else {
      DoubleBinary.apply(op, block, part, block, count);
    }
    System.arraycopy(block, 0, out, from, count);
  }
}
