package dev.adjoint.kernels;

/**
 * Exponentials of the rows of a dense {@code float} matrix, divided by their sum, and the logarithm
 * of these: all steps on some rows while they are in the cache.
 */
public final class FloatSoftmax {
  private static final int BLOCK = 1024;

  private final float[] x;
  private final int columns;
  private final float[] block;
  private final float[] exponentials;

  /**
   * Softmax of the rows of a matrix.
   *
   * @param x the matrix in row-major order
   * @param rows its height
   * @param columns its width, at least 1
   */
  public FloatSoftmax(float[] x, int rows, int columns) {
    this.x = x;
    this.columns = columns;
    int length = Math.min(rows, Math.max(1, BLOCK / columns)) * columns;
    this.block = new float[length];
    this.exponentials = new float[length];
  }

  /**
   * Exponentials that add up to 1 in each row.
   *
   * @param count how many elements: whole rows
   * @return a new matrix
   */
  public float[] softmax(int count) {
    float[] out = new float[count];
    for (int from = 0; from < count; from += block.length) {
      int length = exponentials(from, count);
      for (int at = 0; at < length; at += columns) {
        divide(at, (float) Sums.ofRun(exponentials, at, at + columns));
      }
      System.arraycopy(exponentials, 0, out, from, length);
    }
    return out;
  }

  /**
   * The logarithm of the softmax, without overflow.
   *
   * @param count how many elements: whole rows
   * @return a new matrix
   */
  public float[] logSoftmax(int count) {
    float[] out = new float[count];
    for (int from = 0; from < count; from += block.length) {
      int length = exponentials(from, count);
      for (int at = 0; at < length; at += columns) {
        subtract(at, (float) Math.log(Sums.ofRun(exponentials, at, at + columns)));
      }
      System.arraycopy(block, 0, out, from, length);
    }
    return out;
  }

  /** Some rows less their largest element, so that nothing overflows, and their exponentials. */
  private int exponentials(int from, int count) {
    int length = Math.min(block.length, count - from);
    System.arraycopy(x, from, block, 0, length);
    for (int at = 0; at < length; at += columns) {
      subtract(at, RowExtremes.largest(block, at, at + columns));
    }
    FloatUnary.apply(UnaryOp.EXP, block, exponentials, length);
    return length;
  }

  private void subtract(int from, float value) {
    float[] values = block;
    int to = from + columns;
    for (int i = from; i < to; i++) {
      values[i] -= value;
    }
  }

  private void divide(int from, float divisor) {
    float[] values = exponentials;
    int to = from + columns;
    for (int i = from; i < to; i++) {
      values[i] /= divisor;
    }
  }
}
