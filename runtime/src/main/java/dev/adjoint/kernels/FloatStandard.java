package dev.adjoint.kernels;

/** Rows of a dense {@code float} matrix brought to mean 0 and variance 1, one at a time. */
public final class FloatStandard {
  private FloatStandard() {}

  /**
   * Standardises each row.
   *
   * @param x the matrix in row-major order
   * @param rows its height
   * @param columns its width, at least 1
   * @param eps added to the variance
   * @return a new matrix
   */
  public static float[] ofRows(float[] x, int rows, int columns, double eps) {
    float[] out = new float[rows * columns];
    float[] row = new float[columns];
    for (int r = 0; r < rows; r++) {
      int from = r * columns;
      System.arraycopy(x, from, row, 0, columns);
      float mean = (float) (Sums.ofRun(row, 0, columns) / columns);
      FloatBinary.apply(BinaryOp.SUB, row, mean, row, columns);
      double variance = Sums.ofProducts(row, 0, row, 0, columns) / columns;
      float scale = (float) (1 / Math.sqrt(variance + eps));
      FloatBinary.apply(BinaryOp.MUL, row, scale, row, columns);
      System.arraycopy(row, 0, out, from, columns);
    }
    return out;
  }
}
