package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;

/** Tensors from nested arrays. */
public final class Nested {
  private Nested() {}

  private static void checkLength(int expected, int found, int dim) {
    if (expected != found) {
      throw new IllegalArgumentException(
          "expected sequence of length %d at dim %d (got %d)".formatted(expected, dim, found));
    }
  }

  /** A matrix of rows of equal length. */
  public static Tensor tensor(double[][] values, DType dtype) {
    int columns = values.length == 0 ? 0 : values[0].length;
    return Creation.of(flat(values, columns, 1), dtype, values.length, columns);
  }

  /** A tensor of rank 3 of blocks of equal size. */
  public static Tensor tensor(double[][][] values, DType dtype) {
    int rows = values.length == 0 ? 0 : values[0].length;
    int columns = rows == 0 ? 0 : values[0][0].length;
    double[] elements = new double[values.length * rows * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(rows, values[i].length, 1);
      double[] block = flat(values[i], columns, 2);
      System.arraycopy(block, 0, elements, i * block.length, block.length);
    }
    return Creation.of(elements, dtype, values.length, rows, columns);
  }

  private static double[] flat(double[][] values, int columns, int dim) {
    double[] elements = new double[values.length * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(columns, values[i].length, dim);
      System.arraycopy(values[i], 0, elements, i * columns, columns);
    }
    return elements;
  }

  /** A matrix of rows of equal length. */
  public static Tensor tensor(float[][] values, DType dtype) {
    int columns = values.length == 0 ? 0 : values[0].length;
    return Creation.of(flat(values, columns, 1), dtype, values.length, columns);
  }

  /** A tensor of rank 3 of blocks of equal size. */
  public static Tensor tensor(float[][][] values, DType dtype) {
    int rows = values.length == 0 ? 0 : values[0].length;
    int columns = rows == 0 ? 0 : values[0][0].length;
    float[] elements = new float[values.length * rows * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(rows, values[i].length, 1);
      float[] block = flat(values[i], columns, 2);
      System.arraycopy(block, 0, elements, i * block.length, block.length);
    }
    return Creation.of(elements, dtype, values.length, rows, columns);
  }

  private static float[] flat(float[][] values, int columns, int dim) {
    float[] elements = new float[values.length * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(columns, values[i].length, dim);
      System.arraycopy(values[i], 0, elements, i * columns, columns);
    }
    return elements;
  }

  /** A matrix of rows of equal length. */
  public static Tensor tensor(long[][] values, DType dtype) {
    int columns = values.length == 0 ? 0 : values[0].length;
    return Creation.of(flat(values, columns, 1), dtype, values.length, columns);
  }

  /** A tensor of rank 3 of blocks of equal size. */
  public static Tensor tensor(long[][][] values, DType dtype) {
    int rows = values.length == 0 ? 0 : values[0].length;
    int columns = rows == 0 ? 0 : values[0][0].length;
    long[] elements = new long[values.length * rows * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(rows, values[i].length, 1);
      long[] block = flat(values[i], columns, 2);
      System.arraycopy(block, 0, elements, i * block.length, block.length);
    }
    return Creation.of(elements, dtype, values.length, rows, columns);
  }

  private static long[] flat(long[][] values, int columns, int dim) {
    long[] elements = new long[values.length * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(columns, values[i].length, dim);
      System.arraycopy(values[i], 0, elements, i * columns, columns);
    }
    return elements;
  }

  /** A matrix of rows of equal length. */
  public static Tensor tensor(boolean[][] values) {
    int columns = values.length == 0 ? 0 : values[0].length;
    return Creation.of(flat(values, columns, 1), values.length, columns);
  }

  /** A tensor of rank 3 of blocks of equal size. */
  public static Tensor tensor(boolean[][][] values) {
    int rows = values.length == 0 ? 0 : values[0].length;
    int columns = rows == 0 ? 0 : values[0][0].length;
    boolean[] elements = new boolean[values.length * rows * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(rows, values[i].length, 1);
      boolean[] block = flat(values[i], columns, 2);
      System.arraycopy(block, 0, elements, i * block.length, block.length);
    }
    return Creation.of(elements, values.length, rows, columns);
  }

  private static boolean[] flat(boolean[][] values, int columns, int dim) {
    boolean[] elements = new boolean[values.length * columns];
    for (int i = 0; i < values.length; i++) {
      checkLength(columns, values[i].length, dim);
      System.arraycopy(values[i], 0, elements, i * columns, columns);
    }
    return elements;
  }
}
