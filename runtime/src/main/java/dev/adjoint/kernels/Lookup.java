package dev.adjoint.kernels;

import dev.adjoint.DType;

/** Reads and additions at computed places. */
public final class Lookup {
  private Lookup() {}

  /**
   * The layout that runs over an index tensor's shape in the indexed array, standing still in the
   * indexed dimension.
   *
   * @param self the indexed layout
   * @param index the layout of the indices
   * @param dim the indexed dimension
   * @return a layout of the index's shape
   */
  public static Layout layout(Layout self, Layout index, int dim) {
    int[] strides = self.strides().clone();
    if (strides.length > 0) {
      strides[dim] = 0;
    }
    return Layout.of(index.sizes(), strides, self.offset());
  }

  /**
   * The place in the indexed array of every index.
   *
   * @param self the indexed layout
   * @param walk the result of {@link #layout}
   * @param dim the indexed dimension
   * @param indices positions in that dimension, dense
   * @return one place per index
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  public static int[] places(Layout self, Layout walk, int dim, long[] indices) {
    int size = self.rank() == 0 ? 1 : self.sizes()[dim];
    int stride = self.rank() == 0 ? 0 : self.strides()[dim];
    int[] places = new int[walk.count()];
    Rows rows = new Rows(walk);
    for (int at = 0; rows.hasRow(); rows.advance(), at += rows.length) {
      for (int i = 0; i < rows.length; i++) {
        long index = indices[at + i];
        if (index < 0 || index >= size) {
          throw new IndexOutOfBoundsException(
              "index %d is out of bounds for dimension %d with size %d"
                  .formatted(index, dim, size));
        }
        places[at + i] = rows.offset() + i * rows.stride + (int) index * stride;
      }
    }
    return places;
  }

  /**
   * Reads the elements at the places.
   *
   * @param source an array of the given element type
   * @param places where to read
   * @param dtype the element type
   * @return a new array, one element per place
   */
  public static Object gather(Object source, int[] places, DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> read((float[]) source, places);
      case FLOAT64 -> read((double[]) source, places);
      case INT64 -> read((long[]) source, places);
      case INT32 -> read((int[]) source, places);
      case INT16 -> read((short[]) source, places);
      case INT8, UINT8, BOOL -> read((byte[]) source, places);
    };
  }

  /**
   * Adds values to the elements at the places, which may repeat.
   *
   * @param target an array of the given element type
   * @param places where to add
   * @param values what to add, one per place
   * @param dtype the element type
   */
  public static void add(Object target, int[] places, Object values, DType dtype) {
    switch (dtype) {
      case FLOAT32 -> add((float[]) target, places, (float[]) values);
      case FLOAT64 -> add((double[]) target, places, (double[]) values);
      case INT64 -> add((long[]) target, places, (long[]) values);
      case INT32 -> add((int[]) target, places, (int[]) values);
      case INT16 -> add((short[]) target, places, (short[]) values);
      case INT8, UINT8 -> add((byte[]) target, places, (byte[]) values);
      case BOOL -> or((byte[]) target, places, (byte[]) values);
    }
  }

  private static void or(byte[] target, int[] places, byte[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] |= values[i];
    }
  }

  private static float[] read(float[] source, int[] places) {
    float[] out = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      out[i] = source[places[i]];
    }
    return out;
  }

  private static void add(float[] target, int[] places, float[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }

  private static double[] read(double[] source, int[] places) {
    double[] out = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      out[i] = source[places[i]];
    }
    return out;
  }

  private static void add(double[] target, int[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }

  private static long[] read(long[] source, int[] places) {
    long[] out = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      out[i] = source[places[i]];
    }
    return out;
  }

  private static void add(long[] target, int[] places, long[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }

  private static int[] read(int[] source, int[] places) {
    int[] out = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      out[i] = source[places[i]];
    }
    return out;
  }

  private static void add(int[] target, int[] places, int[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }

  private static short[] read(short[] source, int[] places) {
    short[] out = new short[places.length];
    for (int i = 0; i < places.length; i++) {
      out[i] = source[places[i]];
    }
    return out;
  }

  private static void add(short[] target, int[] places, short[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }

  private static byte[] read(byte[] source, int[] places) {
    byte[] out = new byte[places.length];
    for (int i = 0; i < places.length; i++) {
      out[i] = source[places[i]];
    }
    return out;
  }

  private static void add(byte[] target, int[] places, byte[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }
}
