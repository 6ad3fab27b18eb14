package dev.adjoint.kernels;

/**
 * Products of {@code float} matrices in plain Java. The right factor is copied to panels of rows,
 * arrays of their own, and four rows of the product are updated by four rows of a panel in one
 * loop, which the compiler vectorises. The left factor is read element by element, in whatever
 * direction it lies.
 *
 * <p>Every element is a chain of fused multiplications and additions in the order of the rows of
 * the right factor, wherever it stands: a row of the product does not depend on the number of rows.
 */
public final class FloatProduct {
  /** Columns of a panel: rows of product and panel that are in use fit the first-level cache. */
  private static final int COLUMNS = 512;

  /** Rows of a panel: it stays in the second-level cache while the product passes by. */
  private static final int ROWS = 128;

  /** Rows of a panel that few rows of the product use: a new array is dearer than they are. */
  private static final int FEW_ROWS = 16;

  private FloatProduct() {}

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
      Matrix<float[]> a, Matrix<float[]> b, float[] c, int cFrom, MatrixSizes sizes) {
    boolean areColumnsDense = sizes.m() < 4 && b.rowStride() == 1 && b.columnStride() != 1;
    if (areColumnsDense || sizes.n() < 4 || sizes.m() * (long) sizes.k() < 16) {
      multiplySmall(a, b, c, cFrom, sizes);
      return;
    }
    int columns = Math.min(sizes.n(), COLUMNS);
    int rows = Math.min(sizes.k(), sizes.m() < FEW_ROWS ? FEW_ROWS : ROWS);
    float[][] panel = new float[rows][columns];
    float[][] out = new float[4][columns];
    for (int j = 0; j < sizes.n(); j += columns) {
      int width = Math.min(columns, sizes.n() - j);
      for (int p = 0; p < sizes.k(); p += rows) {
        int depth = Math.min(rows, sizes.k() - p);
        pack(b, b.offset() + p * b.rowStride() + j * b.columnStride(), panel, depth, width);
        Matrix<float[]> left =
            new Matrix<>(
                a.values(), a.offset() + p * a.columnStride(), a.rowStride(), a.columnStride());
        Matrix<float[]> product = new Matrix<>(c, cFrom + j, sizes.n(), 1);
        update(left, panel, product, out, new MatrixSizes(sizes.m(), depth, width), p > 0);
      }
    }
  }

  /** Copies a part of the right factor to the panel. */
  private static void pack(Matrix<float[]> b, int from, float[][] panel, int depth, int width) {
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

  private static void copyStrided(Matrix<float[]> b, int first, float[] row, int from, int to) {
    float[] values = b.values();
    int stride = b.columnStride();
    for (int j = from; j < to; j++) {
      row[j] = values[first + j * stride];
    }
  }

  /** Writes the product of a part of the left factor and a panel, or adds it to what is there. */
  private static void update(
      Matrix<float[]> a,
      float[][] panel,
      Matrix<float[]> c,
      float[][] out,
      MatrixSizes sizes,
      boolean adds) {
    float[] factors = new float[16];
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
      Matrix<float[]> a,
      int from,
      float[][] panel,
      float[][] out,
      MatrixSizes sizes,
      float[] factors) {
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
        float factor = a.values()[from + r * a.rowStride() + p * a.columnStride()];
        oneByOne(out[r], panel[p], factor, sizes.n());
      }
    }
  }

  private static void updateOne(
      Matrix<float[]> a, int from, float[][] panel, float[] out, MatrixSizes sizes) {
    float[] values = a.values();
    int step = a.columnStride();
    int p = 0;
    for (; p + 3 < sizes.k(); p += 4) {
      int at = from + p * step;
      float[] factors = {
        values[at], values[at + step], values[at + 2 * step], values[at + 3 * step]
      };
      oneByFour(out, panel, p, factors, sizes.n());
    }
    for (; p < sizes.k(); p++) {
      oneByOne(out, panel[p], values[from + p * step], sizes.n());
    }
  }

  private static void fourByFour(float[][] out, float[][] panel, int p, float[] a, int n) {
    float[] b0 = panel[p];
    float[] b1 = panel[p + 1];
    float[] b2 = panel[p + 2];
    float[] b3 = panel[p + 3];
    float[] c0 = out[0];
    float[] c1 = out[1];
    float[] c2 = out[2];
    float[] c3 = out[3];
    float a0 = a[0];
    float a1 = a[1];
    float a2 = a[2];
    float a3 = a[3];
    float a4 = a[4];
    float a5 = a[5];
    float a6 = a[6];
    float a7 = a[7];
    float a8 = a[8];
    float a9 = a[9];
    float a10 = a[10];
    float a11 = a[11];
    float a12 = a[12];
    float a13 = a[13];
    float a14 = a[14];
    float a15 = a[15];
    for (int j = 0; j < n; j++) {
      float x0 = b0[j];
      float x1 = b1[j];
      float x2 = b2[j];
      float x3 = b3[j];
      c0[j] = Math.fma(a3, x3, Math.fma(a2, x2, Math.fma(a1, x1, Math.fma(a0, x0, c0[j]))));
      c1[j] = Math.fma(a7, x3, Math.fma(a6, x2, Math.fma(a5, x1, Math.fma(a4, x0, c1[j]))));
      c2[j] = Math.fma(a11, x3, Math.fma(a10, x2, Math.fma(a9, x1, Math.fma(a8, x0, c2[j]))));
      c3[j] = Math.fma(a15, x3, Math.fma(a14, x2, Math.fma(a13, x1, Math.fma(a12, x0, c3[j]))));
    }
  }

  private static void oneByFour(float[] out, float[][] panel, int p, float[] a, int n) {
    float[] b0 = panel[p];
    float[] b1 = panel[p + 1];
    float[] b2 = panel[p + 2];
    float[] b3 = panel[p + 3];
    float a0 = a[0];
    float a1 = a[1];
    float a2 = a[2];
    float a3 = a[3];
    for (int j = 0; j < n; j++) {
      out[j] =
          Math.fma(
              a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], out[j]))));
    }
  }

  private static void oneByOne(float[] out, float[] row, float factor, int n) {
    for (int j = 0; j < n; j++) {
      out[j] = Math.fma(factor, row[j], out[j]);
    }
  }

  private static void multiplySmall(
      Matrix<float[]> a, Matrix<float[]> b, float[] c, int cFrom, MatrixSizes sizes) {
    boolean dense = a.columnStride() == 1 && b.rowStride() == 1;
    for (int i = 0; i < sizes.m(); i++) {
      int left = a.offset() + i * a.rowStride();
      for (int j = 0; j < sizes.n(); j++) {
        int right = b.offset() + j * b.columnStride();
        c[cFrom + i * sizes.n() + j] =
            (float)
                (dense
                    ? Sums.ofProducts(a.values(), left, b.values(), right, sizes.k())
                    : inner(a, left, b, right, sizes.k()));
      }
    }
  }

  private static double inner(Matrix<float[]> a, int left, Matrix<float[]> b, int right, int k) {
    float[] x = a.values();
    float[] y = b.values();
    double sum = 0;
    for (int p = 0; p < k; p++) {
      sum += (double) x[left + p * a.columnStride()] * y[right + p * b.rowStride()];
    }
    return sum;
  }
}
