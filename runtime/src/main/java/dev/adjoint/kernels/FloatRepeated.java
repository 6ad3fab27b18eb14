package dev.adjoint.kernels;

/**
 * Elementwise functions of two {@code float} operands of which one is repeated: block by block in
 * arrays of their own, which the loops share the index of, so that nothing is expanded as a whole.
 */
public final class FloatRepeated {
  private static final int BLOCK = 1024;

  private final BinaryOp op;
  private final float[] x;
  private final float[] y;
  private final Repetition repetition;
  private final boolean isReversed;
  private final float[] block;

  /**
   * A function and its operands.
   *
   * @param op the function
   * @param x the operand with all elements, from index 0
   * @param y the repeated operand
   * @param repetition how it is repeated
   * @param isReversed whether the repeated operand is the first one
   */
  public FloatRepeated(
      BinaryOp op, float[] x, float[] y, Repetition repetition, boolean isReversed) {
    this.op = op;
    this.x = x;
    this.y = y;
    this.repetition = repetition;
    this.isReversed = isReversed;
    this.block = new float[Math.min(x.length, BLOCK)];
  }

  /**
   * Applies the function.
   *
   * @param out receives the values; may be the array of {@code x}, not that of {@code y}
   * @param n how many elements
   */
  public void apply(float[] out, int n) {
    if (repetition.run() > 1) {
      runs(out, n);
    } else if (repetition.period() <= BLOCK / 2) {
      tiles(out, n);
    } else {
      rows(out, n);
    }
  }

  private void runs(float[] out, int n) {
    int run = repetition.run();
    for (int q = 0; q * (long) run < n; q++) {
      float value = y[repetition.offset() + q % repetition.period()];
      for (int from = q * run; from < (q + 1) * run; from += BLOCK) {
        int count = Math.min(BLOCK, (q + 1) * run - from);
        System.arraycopy(x, from, block, 0, count);
        if (isReversed) {
          FloatBinary.apply(op, value, block, block, count);
        } else {
          FloatBinary.apply(op, block, value, block, count);
        }
        System.arraycopy(block, 0, out, from, count);
      }
    }
  }

  /** Several periods at a time. */
  private void tiles(float[] out, int n) {
    int period = repetition.period();
    float[] tile = new float[Math.min(n, BLOCK / period * period)];
    for (int at = 0; at < tile.length; at += period) {
      System.arraycopy(y, repetition.offset(), tile, at, period);
    }
    for (int from = 0; from < n; from += tile.length) {
      combine(tile, from, Math.min(tile.length, n - from), out);
    }
  }

  private void rows(float[] out, int n) {
    int period = repetition.period();
    float[] part = new float[BLOCK];
    for (int column = 0; column < period; column += BLOCK) {
      int count = Math.min(BLOCK, period - column);
      System.arraycopy(y, repetition.offset() + column, part, 0, count);
      for (int row = 0; row < n; row += period) {
        combine(part, row + column, count, out);
      }
    }
  }

  private void combine(float[] part, int from, int count, float[] out) {
    System.arraycopy(x, from, block, 0, count);
    if (isReversed) {
      FloatBinary.apply(op, part, block, block, count);
    } else {
      FloatBinary.apply(op, block, part, block, count);
    }
    System.arraycopy(block, 0, out, from, count);
  }
}
