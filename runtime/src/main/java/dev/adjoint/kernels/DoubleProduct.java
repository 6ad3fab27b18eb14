package dev.adjoint.kernels;

/**
 * Products of {@code double} matrices in plain Java. The right factor is copied to panels of rows,
 * arrays of their own, and four rows of the product are updated by four rows of a panel in one
 * loop, which the compiler vectorises. The left factor is read element by element, in whatever
 * direction it lies.
 *
 * <p>Every element is a chain of fused multiplications and additions in the order of the rows of
 * the right factor, wherever it stands: a row of the product does not depend on the number of rows.
 */
public final class DoubleProduct {
  /** Columns of a panel: rows of product and panel that are in use fit the first-level cache. */
  private static final int COLUMNS = 256;

  /** Rows of a panel: it stays in the second-level cache while the product passes by. */
  private static final int ROWS = 128;

  /** Rows of a panel that few rows of the product use: a new array is dearer than they are. */
  private static final int FEW_ROWS = 16;

  private DoubleProduct() {}

  /**
   * Multiplies two matrices.
   *
   * @param a the left factor, {@code m x k}
   * @param b the right factor, {@code k x n}
   * @param c receives the product, {@code m x n}, in row-major order from index {@code cFrom}
   * @param cFrom where it starts
   * @param sizes m, k and n
   */
  public static void multiply(
      Matrix<double[]> a, Matrix<double[]> b, double[] c, int cFrom, MatrixSizes sizes) {
    boolean areColumnsDense = sizes.m() < 4 && b.rowStride() == 1 && b.columnStride() != 1;
    if (areColumnsDense || sizes.n() < 4 || sizes.m() * (long) sizes.k() < 16) {
      multiplySmall(a, b, c, cFrom, sizes);
      return;
    }
    int columns = Math.min(sizes.n(), COLUMNS);
    int rows = Math.min(sizes.k(), sizes.m() < FEW_ROWS ? FEW_ROWS : ROWS);
    double[][] panel = new double[rows][columns];
    double[][] out = new double[4][columns];
    for (int j = 0; j < sizes.n(); j += columns) {
      int width = Math.min(columns, sizes.n() - j);
      for (int p = 0; p < sizes.k(); p += rows) {
        int depth = Math.min(rows, sizes.k() - p);
        pack(b, b.offset() + p * b.rowStride() + j * b.columnStride(), panel, depth, width);
        Matrix<double[]> left =
            new Matrix<>(
                a.values(), a.offset() + p * a.columnStride(), a.rowStride(), a.columnStride());
        Matrix<double[]> product = new Matrix<>(c, cFrom + j, sizes.n(), 1);
        update(left, panel, product, out, new MatrixSizes(sizes.m(), depth, width), p > 0);
      }
    }
  }

  /** Copies a part of the right factor to the panel. */
  private static void pack(Matrix<double[]> b, int from, double[][] panel, int depth, int width) {
    if (b.columnStride() == 1) {
      for (int p = 0; p < depth; p++) {
        System.arraycopy(b.values(), from + p * b.rowStride(), panel[p], 0, width);
      }
      return;
    }
    int tile = 32;
    for (int j = 0; j < width; j += tile) {
      int to = Math.min(width, j + tile);
      for (int p = 0; p < depth; p++) {
        copyStrided(b, from + p * b.rowStride(), panel[p], j, to);
      }
    }
  }

  private static void copyStrided(Matrix<double[]> b, int first, double[] row, int from, int to) {
    double[] values = b.values();
    int stride = b.columnStride();
    for (int j = from; j < to; j++) {
      row[j] = values[first + j * stride];
    }
  }

  /** Writes the product of a part of the left factor and a panel, or adds it to what is there. */
  private static void update(
      Matrix<double[]> a,
      double[][] panel,
      Matrix<double[]> c,
      double[][] out,
      MatrixSizes sizes,
      boolean adds) {
    double[] factors = new double[16];
    for (int i = 0; i < sizes.m(); i += 4) {
      int count = Math.min(4, sizes.m() - i);
      int first = c.offset() + i * c.rowStride();
      for (int r = 0; r < count; r++) {
        if (adds) {
          System.arraycopy(c.values(), first + r * c.rowStride(), out[r], 0, sizes.n());
        } else {
          java.util.Arrays.fill(out[r], 0, sizes.n(), 0);
        }
      }
      int at = a.offset() + i * a.rowStride();
      if (count == 4) {
        updateFour(a, at, panel, out, sizes, factors);
      } else {
        for (int r = 0; r < count; r++) {
          updateOne(a, at + r * a.rowStride(), panel, out[r], sizes);
        }
      }
      for (int r = 0; r < count; r++) {
        System.arraycopy(out[r], 0, c.values(), first + r * c.rowStride(), sizes.n());
      }
    }
  }

  private static void updateFour(
      Matrix<double[]> a,
      int from,
      double[][] panel,
      double[][] out,
      MatrixSizes sizes,
      double[] factors) {
    int p = 0;
    for (; p + 3 < sizes.k(); p += 4) {
      for (int r = 0; r < 4; r++) {
        int at = from + r * a.rowStride() + p * a.columnStride();
        for (int q = 0; q < 4; q++) {
          factors[4 * r + q] = a.values()[at + q * a.columnStride()];
        }
      }
      fourByFour(out, panel, p, factors, sizes.n());
    }
    for (; p < sizes.k(); p++) {
      for (int r = 0; r < 4; r++) {
        double factor = a.values()[from + r * a.rowStride() + p * a.columnStride()];
        oneByOne(out[r], panel[p], factor, sizes.n());
      }
    }
  }

  private static void updateOne(
      Matrix<double[]> a, int from, double[][] panel, double[] out, MatrixSizes sizes) {
    double[] values = a.values();
    int step = a.columnStride();
    int p = 0;
    for (; p + 3 < sizes.k(); p += 4) {
      int at = from + p * step;
      double[] factors = {
        values[at], values[at + step], values[at + 2 * step], values[at + 3 * step]
      };
      oneByFour(out, panel, p, factors, sizes.n());
    }
    for (; p < sizes.k(); p++) {
      oneByOne(out, panel[p], values[from + p * step], sizes.n());
    }
  }

  private static void fourByFour(double[][] out, double[][] panel, int p, double[] a, int n) {
    double[] b0 = panel[p];
    double[] b1 = panel[p + 1];
    double[] b2 = panel[p + 2];
    double[] b3 = panel[p + 3];
    double[] c0 = out[0];
    double[] c1 = out[1];
    double[] c2 = out[2];
    double[] c3 = out[3];
    double a0 = a[0];
    double a1 = a[1];
    double a2 = a[2];
    double a3 = a[3];
    double a4 = a[4];
    double a5 = a[5];
    double a6 = a[6];
    double a7 = a[7];
    double a8 = a[8];
    double a9 = a[9];
    double a10 = a[10];
    double a11 = a[11];
    double a12 = a[12];
    double a13 = a[13];
    double a14 = a[14];
    double a15 = a[15];
    for (int j = 0; j < n; j++) {
      double x0 = b0[j];
      double x1 = b1[j];
      double x2 = b2[j];
      double x3 = b3[j];
      c0[j] = Math.fma(a3, x3, Math.fma(a2, x2, Math.fma(a1, x1, Math.fma(a0, x0, c0[j]))));
      c1[j] = Math.fma(a7, x3, Math.fma(a6, x2, Math.fma(a5, x1, Math.fma(a4, x0, c1[j]))));
      c2[j] = Math.fma(a11, x3, Math.fma(a10, x2, Math.fma(a9, x1, Math.fma(a8, x0, c2[j]))));
      c3[j] = Math.fma(a15, x3, Math.fma(a14, x2, Math.fma(a13, x1, Math.fma(a12, x0, c3[j]))));
    }
  }

  private static void oneByFour(double[] out, double[][] panel, int p, double[] a, int n) {
    double[] b0 = panel[p];
    double[] b1 = panel[p + 1];
    double[] b2 = panel[p + 2];
    double[] b3 = panel[p + 3];
    double a0 = a[0];
    double a1 = a[1];
    double a2 = a[2];
    double a3 = a[3];
    for (int j = 0; j < n; j++) {
      out[j] =
          Math.fma(
              a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], out[j]))));
    }
  }

  private static void oneByOne(double[] out, double[] row, double factor, int n) {
    for (int j = 0; j < n; j++) {
      out[j] = Math.fma(factor, row[j], out[j]);
    }
  }

  private static void multiplySmall(
      Matrix<double[]> a, Matrix<double[]> b, double[] c, int cFrom, MatrixSizes sizes) {
    boolean dense = a.columnStride() == 1 && b.rowStride() == 1;
    for (int i = 0; i < sizes.m(); i++) {
      int left = a.offset() + i * a.rowStride();
      for (int j = 0; j < sizes.n(); j++) {
        int right = b.offset() + j * b.columnStride();
        c[cFrom + i * sizes.n() + j] =
            dense
                ? Sums.ofProducts(a.values(), left, b.values(), right, sizes.k())
                : inner(a, left, b, right, sizes.k());
      }
    }
  }

  private static double inner(Matrix<double[]> a, int left, Matrix<double[]> b, int right, int k) {
    double[] x = a.values();
    double[] y = b.values();
    double sum = 0;
    for (int p = 0; p < k; p++) {
      sum += x[left + p * a.columnStride()] * y[right + p * b.rowStride()];
    }
    return sum;
  }
}
