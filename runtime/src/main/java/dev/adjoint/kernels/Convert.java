package dev.adjoint.kernels;

import dev.adjoint.DType;

/** Conversions between the arrays that element types are stored in. */
public final class Convert {
  private Convert() {}

  /**
   * The head of an array as {@code float} values.
   *
   * @param source an array of the given element type
   * @param from its element type
   * @param n how many elements to convert
   * @return a new array
   */
  public static float[] toFloats(Object source, DType from, int n) {
    float[] target = new float[n];
    switch (from) {
      case FLOAT32 -> System.arraycopy(source, 0, target, 0, n);
      case FLOAT64 -> {
        double[] values = (double[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = (float) values[i];
        }
      }
      case INT64 -> {
        long[] values = (long[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = (float) values[i];
        }
      }
      case INT32 -> {
        int[] values = (int[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = (float) values[i];
        }
      }
      case INT16 -> {
        short[] values = (short[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case INT8, BOOL -> {
        byte[] values = (byte[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case UINT8 -> {
        byte[] values = (byte[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i] & 0xff;
        }
      }
    }
    return target;
  }

  /**
   * The head of an array as {@code double} values.
   *
   * @param source an array of the given element type
   * @param from its element type
   * @param n how many elements to convert
   * @return a new array
   */
  public static double[] toDoubles(Object source, DType from, int n) {
    double[] target = new double[n];
    switch (from) {
      case FLOAT32 -> {
        float[] values = (float[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case FLOAT64 -> System.arraycopy(source, 0, target, 0, n);
      case INT64 -> {
        long[] values = (long[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case INT32 -> {
        int[] values = (int[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case INT16 -> {
        short[] values = (short[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case INT8, BOOL -> {
        byte[] values = (byte[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case UINT8 -> {
        byte[] values = (byte[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i] & 0xff;
        }
      }
    }
    return target;
  }

  /**
   * The head of an array as {@code long} values.
   *
   * @param source an array of the given element type
   * @param from its element type
   * @param n how many elements to convert
   * @return a new array
   */
  public static long[] toLongs(Object source, DType from, int n) {
    long[] target = new long[n];
    switch (from) {
      case FLOAT32 -> {
        float[] values = (float[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = whole(values[i]);
        }
      }
      case FLOAT64 -> {
        double[] values = (double[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = whole(values[i]);
        }
      }
      case INT64 -> System.arraycopy(source, 0, target, 0, n);
      case INT32 -> {
        int[] values = (int[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case INT16 -> {
        short[] values = (short[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case INT8, BOOL -> {
        byte[] values = (byte[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i];
        }
      }
      case UINT8 -> {
        byte[] values = (byte[]) source;
        for (int i = 0; i < n; i++) {
          target[i] = values[i] & 0xff;
        }
      }
    }
    return target;
  }

  /** The integral part, as the machine converts it: the least integer for what does not fit. */
  private static long whole(double value) {
    boolean fits = value >= -0x1p63 && value < 0x1p63;
    return fits ? (long) value : Long.MIN_VALUE;
  }

  private static int[] ints(double[] values) {
    int[] target = new int[values.length];
    for (int i = 0; i < target.length; i++) {
      boolean fits = values[i] > -0x1p31 - 1 && values[i] < 0x1p31;
      target[i] = fits ? (int) values[i] : Integer.MIN_VALUE;
    }
    return target;
  }

  /**
   * Integers as any element type: narrower integers keep the low bits, booleans are non-zero tests.
   *
   * @param values the integers
   * @param to the wanted element type
   * @return an array of that type; {@code values} itself for {@link DType#INT64}
   */
  public static Object fromLongs(long[] values, DType to) {
    int n = values.length;
    return switch (to) {
      case FLOAT32 -> toFloats(values, DType.INT64, n);
      case FLOAT64 -> toDoubles(values, DType.INT64, n);
      case INT64 -> values;
      case INT32 -> ints(values);
      case INT16 -> shorts(values);
      case INT8, UINT8 -> bytes(values);
      case BOOL -> truth(values);
    };
  }

  /**
   * The head of an array as any other element type. Floating-point values are truncated towards
   * zero on the way to integers; anything but zero, NaN included, is true.
   *
   * @param source an array of the given element type
   * @param from its element type
   * @param to the wanted element type
   * @param n how many elements to convert
   * @return a new array of that type
   */
  public static Object convert(Object source, DType from, DType to, int n) {
    return switch (to) {
      case FLOAT32 -> toFloats(source, from, n);
      case FLOAT64 -> toDoubles(source, from, n);
      case BOOL ->
          from.isFloatingPoint()
              ? truth(toDoubles(source, from, n))
              : truth(toLongs(source, from, n));
      case INT32 ->
          from.isFloatingPoint()
              ? ints(toDoubles(source, from, n))
              : ints(toLongs(source, from, n));
      case INT64, INT16, INT8, UINT8 -> fromLongs(toLongs(source, from, n), to);
    };
  }

  private static int[] ints(long[] values) {
    int[] target = new int[values.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = (int) values[i];
    }
    return target;
  }

  private static short[] shorts(long[] values) {
    short[] target = new short[values.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = (short) values[i];
    }
    return target;
  }

  private static byte[] bytes(long[] values) {
    byte[] target = new byte[values.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = (byte) values[i];
    }
    return target;
  }

  private static byte[] truth(long[] values) {
    byte[] target = new byte[values.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = (byte) (values[i] != 0 ? 1 : 0);
    }
    return target;
  }

  private static byte[] truth(double[] values) {
    byte[] target = new byte[values.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = (byte) (values[i] != 0 ? 1 : 0);
    }
    return target;
  }
}
