package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/** New tensors. */
public final class Creation {
  private Creation() {}

  /** Checked sizes of a new tensor. */
  public static int[] sizes(long... shape) {
    checkNonNegative(shape);
    int[] sizes = new int[shape.length];
    for (int d = 0; d < shape.length; d++) {
      if (shape[d] > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a dimension of size %d in %s is above 2147483647, the most that one Java array holds"
                .formatted(shape[d], Arrays.toString(shape)));
      }
      sizes[d] = (int) shape[d];
    }
    return sizes;
  }

  /** Refuses negative sizes. */
  static void checkNonNegative(long[] shape) {
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException(
            "Trying to create tensor with negative dimension %d: %s"
                .formatted(size, Arrays.toString(shape)));
      }
    }
  }

  /** Zeros, their sizes not yet checked. */
  public static Tensor zeros(DType dtype, long[] shape) {
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("zeros: Dimension size must be non-negative.");
      }
    }
    return zeros(dtype, sizes(shape));
  }

  /** Zeros. */
  public static Tensor zeros(DType dtype, int... sizes) {
    Layout layout = Layout.dense(sizes);
    return new Tensor(Storage.allocate(dtype, layout.count()), layout);
  }

  /** One number everywhere. */
  public static Tensor full(Scalar value, DType dtype, int... sizes) {
    Tensor result = zeros(dtype, sizes);
    switch (result.storage().array()) {
      case float[] floats -> Arrays.fill(floats, (float) value.value());
      case double[] doubles -> Arrays.fill(doubles, value.value());
      case long[] longs -> Arrays.fill(longs, value.integer());
      case int[] ints -> Arrays.fill(ints, (int) value.integer());
      case short[] shorts -> Arrays.fill(shorts, (short) value.integer());
      case byte[] bytes ->
          Arrays.fill(bytes, dtype == DType.BOOL ? truth(value) : (byte) value.integer());
      default -> throw new IllegalStateException("Creation: unknown storage of " + dtype);
    }
    return result;
  }

  private static byte truth(Scalar value) {
    return (byte) (value.value() != 0 ? 1 : 0);
  }

  /** A truth value without dimensions. */
  public static Tensor scalar(boolean value) {
    return full(Scalar.of(value ? 1L : 0L), DType.BOOL);
  }

  /** Numbers in row-major order, converted to a type. */
  public static Tensor of(double[] values, DType dtype, int... sizes) {
    Layout layout = Layout.dense(sizes);
    Object array =
        dtype == DType.FLOAT64
            ? values.clone()
            : Convert.convert(values, DType.FLOAT64, dtype, values.length);
    return Dense.tensor(array, dtype, layout);
  }

  /** Numbers in row-major order, converted to a type. */
  public static Tensor of(float[] values, DType dtype, int... sizes) {
    Object array =
        dtype == DType.FLOAT32
            ? values.clone()
            : Convert.convert(values, DType.FLOAT32, dtype, values.length);
    return Dense.tensor(array, dtype, Layout.dense(sizes));
  }

  /** Integers in row-major order, converted to a type. */
  public static Tensor of(long[] values, DType dtype, int... sizes) {
    return Dense.ofLongs(values.clone(), dtype, Layout.dense(sizes));
  }

  /** Truth values in row-major order. */
  public static Tensor of(boolean[] values, int... sizes) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return Dense.tensor(bytes, DType.BOOL, Layout.dense(sizes));
  }

  /** Ones on the diagonal. */
  public static Tensor eye(long n, long m, DType dtype) {
    checkNonNegative("n", n);
    checkNonNegative("m", m);
    double[] values = new double[Layout.countOf(sizes(n, m))];
    for (int i = 0; i < Math.min(n, m); i++) {
      values[i * (int) m + i] = 1;
    }
    return of(values, dtype, sizes(n, m));
  }

  private static void checkNonNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be greater or equal to 0, got " + value);
    }
  }

  /** Integers from start, exclusive of end. */
  public static Tensor arange(long start, long end, long step, DType dtype) {
    checkRange((double) end - start, (double) step);
    long[] values = new long[rangeLength(count(start, end, step))];
    for (int i = 0; i < values.length; i++) {
      values[i] = start + i * step;
    }
    return of(values, dtype, values.length);
  }

  /** Steps from start to end, where the distance may be beyond a signed number. */
  private static double count(long start, long end, long step) {
    long distance = step > 0 ? end - start : start - end;
    long whole = Long.divideUnsigned(distance, Math.abs(step));
    return unsigned(whole) + (whole * Math.abs(step) == distance ? 0 : 1);
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : 0x1p63 + (value & Long.MAX_VALUE);
  }

  private static int rangeLength(double count) {
    if (!(count >= 0 && count <= Layout.MAX_ELEMENTS)) {
      throw new IllegalArgumentException(
          "invalid size, possible overflow? The range has %.0f elements, more than %d, the most that one Java array holds"
              .formatted(count, Layout.MAX_ELEMENTS));
    }
    return (int) count;
  }

  private static String bound(double value) {
    return Double.isInfinite(value)
        ? (value > 0 ? "inf" : "-inf")
        : (value == (long) value ? String.valueOf((long) value) : String.valueOf(value));
  }

  /** Numbers from start, exclusive of end. */
  public static Tensor arange(double start, double end, double step, DType dtype) {
    if (!Double.isFinite(start) || !Double.isFinite(end)) {
      throw new IllegalArgumentException(
          "unsupported range: %s -> %s".formatted(bound(start), bound(end)));
    }
    checkRange(end - start, step);
    int n = rangeLength(Math.ceil((end - start) / step));
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = start + i * step;
    }
    return of(values, dtype, n);
  }

  private static void checkRange(double distance, double step) {
    if (step == 0) {
      throw new IllegalArgumentException("step must be nonzero");
    }
    if (distance * Math.signum(step) < 0) {
      throw new IllegalArgumentException("upper bound and lower bound inconsistent with step sign");
    }
  }

  /** Uniform random numbers in [0, 1). */
  public static Tensor rand(Generator generator, DType dtype, int... sizes) {
    return Sampling.uniform(zeros(dtype, sizes), 0, 1, generator);
  }

  /** Random numbers of the standard normal distribution. */
  public static Tensor randn(Generator generator, DType dtype, int... sizes) {
    return Sampling.normal(zeros(dtype, sizes), 0, 1, generator);
  }
}
