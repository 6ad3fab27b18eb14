package dev.adjoint.kernels;

/** Elementwise comparisons. Anything compared with NaN is unequal and unordered. */
public final class Compare {
  private Compare() {}

  /**
   * Compares the heads of two arrays.
   *
   * @param op the comparison
   * @param x the left sides
   * @param y the right sides
   * @param n how many elements
   * @return 1 where it holds, else 0
   */
  public static byte[] apply(CompareOp op, float[] x, float[] y, int n) {
    byte[] out = new byte[n];
    switch (op) {
      case EQ -> eq(x, y, out);
      case NE -> ne(x, y, out);
      case LT -> lt(x, y, out);
      case LE -> le(x, y, out);
      case GT -> gt(x, y, out);
      case GE -> ge(x, y, out);
    }
    return out;
  }

  /**
   * Compares the heads of two arrays.
   *
   * @param op the comparison
   * @param x the left sides
   * @param y the right sides
   * @param n how many elements
   * @return 1 where it holds, else 0
   */
  public static byte[] apply(CompareOp op, double[] x, double[] y, int n) {
    byte[] out = new byte[n];
    switch (op) {
      case EQ -> eq(x, y, out);
      case NE -> ne(x, y, out);
      case LT -> lt(x, y, out);
      case LE -> le(x, y, out);
      case GT -> gt(x, y, out);
      case GE -> ge(x, y, out);
    }
    return out;
  }

  /**
   * Compares the heads of two arrays.
   *
   * @param op the comparison
   * @param x the left sides
   * @param y the right sides
   * @param n how many elements
   * @return 1 where it holds, else 0
   */
  public static byte[] apply(CompareOp op, long[] x, long[] y, int n) {
    byte[] out = new byte[n];
    switch (op) {
      case EQ -> eq(x, y, out);
      case NE -> ne(x, y, out);
      case LT -> lt(x, y, out);
      case LE -> le(x, y, out);
      case GT -> gt(x, y, out);
      case GE -> ge(x, y, out);
    }
    return out;
  }

  private static void eq(float[] x, float[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] == y[i] ? 1 : 0);
    }
  }

  private static void ne(float[] x, float[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] != y[i] ? 1 : 0);
    }
  }

  private static void lt(float[] x, float[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] < y[i] ? 1 : 0);
    }
  }

  private static void le(float[] x, float[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] <= y[i] ? 1 : 0);
    }
  }

  private static void gt(float[] x, float[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] > y[i] ? 1 : 0);
    }
  }

  private static void ge(float[] x, float[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] >= y[i] ? 1 : 0);
    }
  }

  private static void eq(double[] x, double[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] == y[i] ? 1 : 0);
    }
  }

  private static void ne(double[] x, double[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] != y[i] ? 1 : 0);
    }
  }

  private static void lt(double[] x, double[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] < y[i] ? 1 : 0);
    }
  }

  private static void le(double[] x, double[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] <= y[i] ? 1 : 0);
    }
  }

  private static void gt(double[] x, double[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] > y[i] ? 1 : 0);
    }
  }

  private static void ge(double[] x, double[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] >= y[i] ? 1 : 0);
    }
  }

  private static void eq(long[] x, long[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] == y[i] ? 1 : 0);
    }
  }

  private static void ne(long[] x, long[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] != y[i] ? 1 : 0);
    }
  }

  private static void lt(long[] x, long[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] < y[i] ? 1 : 0);
    }
  }

  private static void le(long[] x, long[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] <= y[i] ? 1 : 0);
    }
  }

  private static void gt(long[] x, long[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] > y[i] ? 1 : 0);
    }
  }

  private static void ge(long[] x, long[] y, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (x[i] >= y[i] ? 1 : 0);
    }
  }
}
