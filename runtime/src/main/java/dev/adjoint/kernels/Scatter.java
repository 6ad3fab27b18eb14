package dev.adjoint.kernels;

import dev.adjoint.DType;

/** Writes consecutive elements into a strided layout. */
public final class Scatter {
  private Scatter() {}

  /**
   * Copies consecutive elements to the places of a layout, in row-major order; the inverse of
   * {@link Gather}.
   *
   * @param source holds {@code layout.count()} elements from index 0
   * @param target the array the layout refers to
   * @param layout which elements to write
   * @param dtype the element type of both arrays
   */
  public static void scatter(Object source, Object target, Layout layout, DType dtype) {
    if (layout.count() == 0) {
      return;
    }
    if (layout.isContiguous()) {
      System.arraycopy(source, 0, target, layout.offset(), layout.count());
      return;
    }
    Rows rows = new Rows(layout);
    switch (dtype) {
      case FLOAT32 -> scatterRows((float[]) source, (float[]) target, rows);
      case FLOAT64 -> scatterRows((double[]) source, (double[]) target, rows);
      case INT64 -> scatterRows((long[]) source, (long[]) target, rows);
      case INT32 -> scatterRows((int[]) source, (int[]) target, rows);
      case INT16 -> scatterRows((short[]) source, (short[]) target, rows);
      case INT8, UINT8, BOOL -> scatterRows((byte[]) source, (byte[]) target, rows);
    }
  }

  /**
   * Adds consecutive elements to the places of a layout, which may overlap.
   *
   * @param source holds {@code layout.count()} elements from index 0
   * @param target the array the layout refers to
   * @param layout which elements to add to
   */
  public static void add(float[] source, float[] target, Layout layout) {
    Rows rows = new Rows(layout);
    for (int at = 0; rows.hasRow(); rows.advance(), at += rows.length) {
      int to = rows.offset();
      for (int i = 0; i < rows.length; i++) {
        target[to + i * rows.stride] += source[at + i];
      }
    }
  }

  /**
   * Adds consecutive elements to the places of a layout, which may overlap.
   *
   * @param source holds {@code layout.count()} elements from index 0
   * @param target the array the layout refers to
   * @param layout which elements to add to
   */
  public static void add(double[] source, double[] target, Layout layout) {
    Rows rows = new Rows(layout);
    for (int at = 0; rows.hasRow(); rows.advance(), at += rows.length) {
      int to = rows.offset();
      for (int i = 0; i < rows.length; i++) {
        target[to + i * rows.stride] += source[at + i];
      }
    }
  }

  private static void scatterRows(float[] source, float[] target, Rows rows) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int to = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, at, target, to, length);
      } else {
        for (int i = 0; i < length; i++) {
          target[to + i * stride] = source[at + i];
        }
      }
    }
  }

  private static void scatterRows(double[] source, double[] target, Rows rows) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int to = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, at, target, to, length);
      } else {
        for (int i = 0; i < length; i++) {
          target[to + i * stride] = source[at + i];
        }
      }
    }
  }

  private static void scatterRows(long[] source, long[] target, Rows rows) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int to = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, at, target, to, length);
      } else {
        for (int i = 0; i < length; i++) {
          target[to + i * stride] = source[at + i];
        }
      }
    }
  }

  private static void scatterRows(int[] source, int[] target, Rows rows) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int to = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, at, target, to, length);
      } else {
        for (int i = 0; i < length; i++) {
          target[to + i * stride] = source[at + i];
        }
      }
    }
  }

  private static void scatterRows(short[] source, short[] target, Rows rows) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int to = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, at, target, to, length);
      } else {
        for (int i = 0; i < length; i++) {
          target[to + i * stride] = source[at + i];
        }
      }
    }
  }

  private static void scatterRows(byte[] source, byte[] target, Rows rows) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int to = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, at, target, to, length);
      } else {
        for (int i = 0; i < length; i++) {
          target[to + i * stride] = source[at + i];
        }
      }
    }
  }
}
