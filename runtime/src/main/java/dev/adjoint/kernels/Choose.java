package dev.adjoint.kernels;

import dev.adjoint.DType;

/** Elementwise choice between two arrays. */
public final class Choose {
  private Choose() {}

  /**
   * Takes each element from one of two arrays.
   *
   * @param truth which: the first where not 0
   * @param x an array of the given type
   * @param y another
   * @param dtype their element type
   * @param n how many elements
   * @return a new array of that type
   */
  public static Object apply(byte[] truth, Object x, Object y, DType dtype, int n) {
    return switch (dtype) {
      case FLOAT32 -> floats(truth, (float[]) x, (float[]) y, n);
      case FLOAT64 -> doubles(truth, (double[]) x, (double[]) y, n);
      case INT64, INT32, INT16, INT8, UINT8, BOOL -> integers(truth, x, y, dtype, n);
    };
  }

  private static Object integers(byte[] truth, Object x, Object y, DType dtype, int n) {
    long[] first = Convert.toLongs(x, dtype, n);
    long[] second = Convert.toLongs(y, dtype, n);
    for (int i = 0; i < n; i++) {
      if (truth[i] == 0) {
        first[i] = second[i];
      }
    }
    return Convert.fromLongs(first, dtype);
  }

  private static float[] floats(byte[] truth, float[] x, float[] y, int n) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = truth[i] != 0 ? x[i] : y[i];
    }
    return out;
  }

  private static double[] doubles(byte[] truth, double[] x, double[] y, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = truth[i] != 0 ? x[i] : y[i];
    }
    return out;
  }
}
