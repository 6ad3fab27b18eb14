package dev.adjoint.autograd;

import java.util.Arrays;

/**
 * The numbers in an array of any rank as one vector, row by row. For generated code, which builds
 * Jacobians and Hessians with them.
 */
public final class Coordinates {
  private Coordinates() {}

  /**
   * How many numbers an array holds.
   *
   * @param array a matrix; its rows may differ in length
   * @return the sum of the lengths of its rows
   */
  public static int count(double[][] array) {
    int count = 0;
    for (double[] row : array) {
      count += row.length;
    }
    return count;
  }

  /**
   * How many numbers an array holds.
   *
   * @param array an array of rank 3; its rows may differ in length
   * @return the sum of the lengths of its rows
   */
  public static int count(double[][][] array) {
    int count = 0;
    for (double[][] part : array) {
      count += count(part);
    }
    return count;
  }

  /**
   * A direction along one number.
   *
   * @param like the array whose shape it takes
   * @param position of the number; outside the array, all are zero
   * @return zeros with a one at the position
   */
  public static double[] unit(double[] like, int position) {
    double[] unit = new double[like.length];
    if (position >= 0 && position < like.length) {
      unit[position] = 1;
    }
    return unit;
  }

  /**
   * A direction along one number.
   *
   * @param like the matrix whose shape it takes
   * @param position of the number; outside the array, all are zero
   * @return zeros with a one at the position
   */
  public static double[][] unit(double[][] like, int position) {
    double[][] unit = new double[like.length][];
    int first = 0;
    for (int i = 0; i < like.length; i++) {
      unit[i] = unit(like[i], position - first);
      first += like[i].length;
    }
    return unit;
  }

  /**
   * A direction along one number.
   *
   * @param like the array of rank 3 whose shape it takes
   * @param position of the number; outside the array, all are zero
   * @return zeros with a one at the position
   */
  public static double[][][] unit(double[][][] like, int position) {
    double[][][] unit = new double[like.length][][];
    int first = 0;
    for (int i = 0; i < like.length; i++) {
      unit[i] = unit(like[i], position - first);
      first += count(like[i]);
    }
    return unit;
  }

  /**
   * Writes the numbers of an array into a row of a matrix of derivatives.
   *
   * @param array the numbers
   * @param row where they go
   * @param first the place of the first one
   */
  public static void put(double[] array, double[] row, int first) {
    System.arraycopy(array, 0, row, first, array.length);
  }

  /**
   * Writes the numbers of an array into a row of a matrix of derivatives.
   *
   * @param array the numbers, a matrix
   * @param row where they go
   * @param first the place of the first one
   */
  public static void put(double[][] array, double[] row, int first) {
    int place = first;
    for (double[] part : array) {
      put(part, row, place);
      place += part.length;
    }
  }

  /**
   * Writes the numbers of an array into a row of a matrix of derivatives.
   *
   * @param array the numbers, of rank 3
   * @param row where they go
   * @param first the place of the first one
   */
  public static void put(double[][][] array, double[] row, int first) {
    int place = first;
    for (double[][] part : array) {
      put(part, row, place);
      place += count(part);
    }
  }

  /**
   * How many numbers an array holds.
   *
   * @param array a matrix; its rows may differ in length
   * @return the sum of the lengths of its rows
   */
  public static int count(float[][] array) {
    int count = 0;
    for (float[] row : array) {
      count += row.length;
    }
    return count;
  }

  /**
   * How many numbers an array holds.
   *
   * @param array an array of rank 3; its rows may differ in length
   * @return the sum of the lengths of its rows
   */
  public static int count(float[][][] array) {
    int count = 0;
    for (float[][] part : array) {
      count += count(part);
    }
    return count;
  }

  /**
   * A direction along one number.
   *
   * @param like the array whose shape it takes
   * @param position of the number; outside the array, all are zero
   * @return zeros with a one at the position
   */
  public static float[] unit(float[] like, int position) {
    float[] unit = new float[like.length];
    if (position >= 0 && position < like.length) {
      unit[position] = 1;
    }
    return unit;
  }

  /**
   * A direction along one number.
   *
   * @param like the matrix whose shape it takes
   * @param position of the number; outside the array, all are zero
   * @return zeros with a one at the position
   */
  public static float[][] unit(float[][] like, int position) {
    float[][] unit = new float[like.length][];
    int first = 0;
    for (int i = 0; i < like.length; i++) {
      unit[i] = unit(like[i], position - first);
      first += like[i].length;
    }
    return unit;
  }

  /**
   * A direction along one number.
   *
   * @param like the array of rank 3 whose shape it takes
   * @param position of the number; outside the array, all are zero
   * @return zeros with a one at the position
   */
  public static float[][][] unit(float[][][] like, int position) {
    float[][][] unit = new float[like.length][][];
    int first = 0;
    for (int i = 0; i < like.length; i++) {
      unit[i] = unit(like[i], position - first);
      first += count(like[i]);
    }
    return unit;
  }

  /**
   * Writes the numbers of an array into a row of a matrix of derivatives.
   *
   * @param array the numbers
   * @param row where they go
   * @param first the place of the first one
   */
  public static void put(float[] array, double[] row, int first) {
    for (int i = 0; i < array.length; i++) {
      row[first + i] = array[i];
    }
  }

  /**
   * Writes the numbers of an array into a row of a matrix of derivatives.
   *
   * @param array the numbers, a matrix
   * @param row where they go
   * @param first the place of the first one
   */
  public static void put(float[][] array, double[] row, int first) {
    int place = first;
    for (float[] part : array) {
      put(part, row, place);
      place += part.length;
    }
  }

  /**
   * Writes the numbers of an array into a row of a matrix of derivatives.
   *
   * @param array the numbers, of rank 3
   * @param row where they go
   * @param first the place of the first one
   */
  public static void put(float[][][] array, double[] row, int first) {
    int place = first;
    for (float[][] part : array) {
      put(part, row, place);
      place += count(part);
    }
  }

  /**
   * A copy that a method may write into.
   *
   * @param <A> the type of the rows
   * @param array an array of rank 2 or more
   * @return an array of the same numbers that shares no row with it
   */
  public static <A> A[] copy(A[] array) {
    A[] copy = array.clone();
    Arrays.setAll(copy, i -> row(copy[i]));
    return copy;
  }

  @SuppressWarnings("unchecked") // A copy has the type of the original.
  private static <A> A row(A array) {
    Object copy =
        switch (array) {
          case double[] numbers -> numbers.clone();
          case float[] numbers -> numbers.clone();
          case int[] numbers -> numbers.clone();
          case long[] numbers -> numbers.clone();
          case boolean[] truths -> truths.clone();
          case Object[] rows -> copy(rows);
          default -> throw new IllegalArgumentException("cannot copy a " + array.getClass());
        };
    return (A) copy;
  }
}
