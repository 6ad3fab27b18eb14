package dev.adjoint.kernels;

import dev.adjoint.DType;

/** Elements written to computed places. */
public final class Placement {
  private Placement() {}

  /**
   * Writes values to places, the later ones over the earlier ones where places repeat.
   *
   * @param target an array of the given element type
   * @param places where to write
   * @param values what to write, one per place
   * @param dtype the element type
   */
  public static void put(Object target, int[] places, Object values, DType dtype) {
    switch (dtype) {
      case FLOAT32 -> put((float[]) target, places, (float[]) values);
      case FLOAT64 -> put((double[]) target, places, (double[]) values);
      case INT64 -> put((long[]) target, places, (long[]) values);
      case INT32 -> put((int[]) target, places, (int[]) values);
      case INT16 -> put((short[]) target, places, (short[]) values);
      case INT8, UINT8, BOOL -> put((byte[]) target, places, (byte[]) values);
    }
  }

  /**
   * The places of all combinations of offsets.
   *
   * @param outer offsets that change slowest
   * @param middle offsets
   * @param inner offsets that change fastest
   * @return sums of one of each
   */
  public static int[] sums(int[] outer, int[] middle, int[] inner) {
    int[] places = new int[Layout.countOf(new int[] {outer.length, middle.length, inner.length})];
    int at = 0;
    for (int a : outer) {
      for (int b : middle) {
        for (int c : inner) {
          places[at++] = a + b + c;
        }
      }
    }
    return places;
  }

  /**
   * The place of every element of a layout, in row-major order.
   *
   * @param layout which elements
   * @return one place per element
   */
  public static int[] of(Layout layout) {
    int[] places = new int[layout.count()];
    Rows rows = new Rows(layout);
    for (int at = 0; rows.hasRow(); rows.advance(), at += rows.length) {
      for (int i = 0; i < rows.length; i++) {
        places[at + i] = rows.offset() + i * rows.stride;
      }
    }
    return places;
  }

  private static void put(float[] target, int[] places, float[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = values[i];
    }
  }

  private static void put(double[] target, int[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = values[i];
    }
  }

  private static void put(long[] target, int[] places, long[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = values[i];
    }
  }

  private static void put(int[] target, int[] places, int[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = values[i];
    }
  }

  private static void put(short[] target, int[] places, short[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = values[i];
    }
  }

  private static void put(byte[] target, int[] places, byte[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = values[i];
    }
  }
}
