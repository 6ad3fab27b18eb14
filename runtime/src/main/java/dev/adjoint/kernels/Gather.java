package dev.adjoint.kernels;

import dev.adjoint.DType;
import java.util.Arrays;

/** Reads a strided layout into consecutive elements. */
public final class Gather {
  /** Side of the squares that a transposed matrix is copied in. */
  private static final int SQUARE = 32;

  private Gather() {}

  /**
   * Copies the elements of a layout, in row-major order, to the head of another array of the same
   * type.
   *
   * @param source the array the layout refers to
   * @param layout which elements to read
   * @param target receives {@code layout.count()} elements from index 0
   * @param dtype the element type of both arrays
   */
  public static void gather(Object source, Layout layout, Object target, DType dtype) {
    if (layout.count() == 0) {
      return;
    }
    if (layout.isContiguous()) {
      System.arraycopy(source, layout.offset(), target, 0, layout.count());
      return;
    }
    Rows rows = new Rows(layout);
    switch (dtype) {
      case FLOAT32 -> gatherRows((float[]) source, rows, (float[]) target);
      case FLOAT64 -> gatherRows((double[]) source, rows, (double[]) target);
      case INT64 -> gatherRows((long[]) source, rows, (long[]) target);
      case INT32 -> gatherRows((int[]) source, rows, (int[]) target);
      case INT16 -> gatherRows((short[]) source, rows, (short[]) target);
      case INT8, UINT8, BOOL -> gatherRows((byte[]) source, rows, (byte[]) target);
    }
  }

  private static void gatherRows(float[] source, Rows rows, float[] target) {
    int length = rows.length;
    int stride = rows.stride;
    if (rows.neighbours > 1) {
      gatherColumns(source, rows, target);
      return;
    }
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int from = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, from, target, at, length);
      } else if (stride == 0) {
        Arrays.fill(target, at, at + length, source[from]);
      } else {
        for (int i = 0; i < length; i++) {
          target[at + i] = source[from + i * stride];
        }
      }
    }
  }

  private static void gatherRows(double[] source, Rows rows, double[] target) {
    int length = rows.length;
    int stride = rows.stride;
    if (rows.neighbours > 1) {
      gatherColumns(source, rows, target);
      return;
    }
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int from = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, from, target, at, length);
      } else if (stride == 0) {
        Arrays.fill(target, at, at + length, source[from]);
      } else {
        for (int i = 0; i < length; i++) {
          target[at + i] = source[from + i * stride];
        }
      }
    }
  }

  private static void gatherRows(long[] source, Rows rows, long[] target) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int from = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, from, target, at, length);
      } else if (stride == 0) {
        Arrays.fill(target, at, at + length, source[from]);
      } else {
        for (int i = 0; i < length; i++) {
          target[at + i] = source[from + i * stride];
        }
      }
    }
  }

  private static void gatherRows(int[] source, Rows rows, int[] target) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int from = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, from, target, at, length);
      } else if (stride == 0) {
        Arrays.fill(target, at, at + length, source[from]);
      } else {
        for (int i = 0; i < length; i++) {
          target[at + i] = source[from + i * stride];
        }
      }
    }
  }

  private static void gatherRows(short[] source, Rows rows, short[] target) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int from = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, from, target, at, length);
      } else if (stride == 0) {
        Arrays.fill(target, at, at + length, source[from]);
      } else {
        for (int i = 0; i < length; i++) {
          target[at + i] = source[from + i * stride];
        }
      }
    }
  }

  private static void gatherRows(byte[] source, Rows rows, byte[] target) {
    int length = rows.length;
    int stride = rows.stride;
    for (int at = 0; rows.hasRow(); rows.advance(), at += length) {
      int from = rows.offset();
      if (stride == 1) {
        System.arraycopy(source, from, target, at, length);
      } else if (stride == 0) {
        Arrays.fill(target, at, at + length, source[from]);
      } else {
        for (int i = 0; i < length; i++) {
          target[at + i] = source[from + i * stride];
        }
      }
    }
  }

  /** Square by square, so that what one column brings into the cache serves the next ones. */
  private static void gatherColumns(float[] source, Rows rows, float[] target) {
    int width = rows.neighbours;
    int length = rows.length;
    for (int at = 0; rows.hasRow(); rows.advance(width), at += width * length) {
      for (int i = 0; i < length; i += SQUARE) {
        int end = Math.min(length, i + SQUARE);
        for (int r = 0; r < width; r += SQUARE) {
          for (int column = r; column < Math.min(width, r + SQUARE); column++) {
            int from = rows.offset() + column;
            int to = at + column * length;
            for (int q = i; q < end; q++) {
              target[to + q] = source[from + q * rows.stride];
            }
          }
        }
      }
    }
  }

  /** Square by square, so that what one column brings into the cache serves the next ones. */
  private static void gatherColumns(double[] source, Rows rows, double[] target) {
    int width = rows.neighbours;
    int length = rows.length;
    for (int at = 0; rows.hasRow(); rows.advance(width), at += width * length) {
      for (int i = 0; i < length; i += SQUARE) {
        int end = Math.min(length, i + SQUARE);
        for (int r = 0; r < width; r += SQUARE) {
          for (int column = r; column < Math.min(width, r + SQUARE); column++) {
            int from = rows.offset() + column;
            int to = at + column * length;
            for (int q = i; q < end; q++) {
              target[to + q] = source[from + q * rows.stride];
            }
          }
        }
      }
    }
  }
}
