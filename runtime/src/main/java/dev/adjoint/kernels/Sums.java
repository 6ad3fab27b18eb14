package dev.adjoint.kernels;

/**
 * Reductions of a dense matrix along its rows or its columns. Sums accumulate in double precision,
 * so that many small floats add up exactly enough.
 */
public final class Sums {
  private static final int CHAINS = 128;

  private Sums() {}

  /**
   * Sums each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns
   * @return one sum per row
   */
  public static float[] ofRows(float[] x, int rows, int columns) {
    float[] out = new float[rows];
    for (int r = 0; r < rows; r++) {
      out[r] = (float) ofRun(x, r * columns, (r + 1) * columns);
    }
    return out;
  }

  /**
   * Sums each column.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns
   * @return one sum per column
   */
  public static float[] ofColumns(float[] x, int rows, int columns) {
    double[] sums = new double[columns];
    float[] row = new float[columns];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(x, r * columns, row, 0, columns);
      for (int c = 0; c < columns; c++) {
        sums[c] += row[c];
      }
    }
    return Convert.toFloats(sums, dev.adjoint.DType.FLOAT64, columns);
  }

  /** The sum of some neighbours, those of a long run in chains side by side. */
  static double ofRun(float[] x, int from, int to) {
    int count = to - from;
    return count < 4 * CHAINS ? ofShortRun(x, from, to) : ofLongRun(x, from, to);
  }

  private static double ofLongRun(float[] x, int from, int to) {
    double[] sums = new double[CHAINS];
    float[] part = new float[CHAINS];
    int i = from;
    for (; i + CHAINS <= to; i += CHAINS) {
      System.arraycopy(x, i, part, 0, CHAINS);
      for (int j = 0; j < CHAINS; j++) {
        sums[j] += part[j];
      }
    }
    return ofRun(sums, 0, CHAINS) + ofShortRun(x, i, to);
  }

  private static double ofShortRun(float[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    return (a + b) + (c + d);
  }

  /**
   * Sums each row.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns
   * @return one sum per row
   */
  public static double[] ofRows(double[] x, int rows, int columns) {
    double[] out = new double[rows];
    for (int r = 0; r < rows; r++) {
      out[r] = ofRun(x, r * columns, (r + 1) * columns);
    }
    return out;
  }

  /**
   * Sums each column.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns
   * @return one sum per column
   */
  public static double[] ofColumns(double[] x, int rows, int columns) {
    double[] sums = new double[columns];
    double[] row = new double[columns];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(x, r * columns, row, 0, columns);
      for (int c = 0; c < columns; c++) {
        sums[c] += row[c];
      }
    }
    return sums;
  }

  /** The sum of some neighbours. */
  static double ofRun(double[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    return (a + b) + (c + d);
  }

  /**
   * Sums each row; overflow wraps.
   *
   * @param x a matrix in row-major order
   * @param rows number of rows
   * @param columns number of columns
   * @return one sum per row
   */
  public static long[] ofRows(long[] x, int rows, int columns) {
    long[] out = new long[rows];
    for (int r = 0; r < rows; r++) {
      for (int i = r * columns; i < (r + 1) * columns; i++) {
        out[r] += x[i];
      }
    }
    return out;
  }

  /** The inner product of two runs of elements, in eight chains side by side. */
  static double ofProducts(float[] x, int xFrom, float[] y, int yFrom, int count) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    float sum4 = 0;
    float sum5 = 0;
    float sum6 = 0;
    float sum7 = 0;
    int i = 0;
    for (; i + 7 < count; i += 8) {
      int p = xFrom + i;
      int q = yFrom + i;
      sum0 = Math.fma(x[p], y[q], sum0);
      sum1 = Math.fma(x[p + 1], y[q + 1], sum1);
      sum2 = Math.fma(x[p + 2], y[q + 2], sum2);
      sum3 = Math.fma(x[p + 3], y[q + 3], sum3);
      sum4 = Math.fma(x[p + 4], y[q + 4], sum4);
      sum5 = Math.fma(x[p + 5], y[q + 5], sum5);
      sum6 = Math.fma(x[p + 6], y[q + 6], sum6);
      sum7 = Math.fma(x[p + 7], y[q + 7], sum7);
    }
    double rest = 0;
    for (; i < count; i++) {
      rest += (double) x[xFrom + i] * y[yFrom + i];
    }
    double even = (double) sum0 + sum2 + sum4 + sum6;
    double odd = (double) sum1 + sum3 + sum5 + sum7;
    return even + odd + rest;
  }

  /** The inner product of two runs of elements, which need not begin at the same index. */
  static double ofProducts(double[] x, int xFrom, double[] y, int yFrom, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      a += x[xFrom + i] * y[yFrom + i];
      b += x[xFrom + i + 1] * y[yFrom + i + 1];
      c += x[xFrom + i + 2] * y[yFrom + i + 2];
      d += x[xFrom + i + 3] * y[yFrom + i + 3];
    }
    for (; i < count; i++) {
      a += x[xFrom + i] * y[yFrom + i];
    }
    return (a + b) + (c + d);
  }
}
