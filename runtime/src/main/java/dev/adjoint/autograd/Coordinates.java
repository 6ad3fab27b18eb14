package dev.adjoint.autograd;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in an array of any rank as one vector, row by row; rows may differ in length. For
 * generated code, which builds Jacobians, Hessians and self-tests with them. Arrays are of {@code
 * double} or {@code float}.
 */
public final class Coordinates {
  private Coordinates() {}

  /** What becomes of a number at a place in the vector. */
  @FunctionalInterface
  private interface Replacement {
    double of(double number, int place);
  }

  /**
   * How many numbers an array holds.
   *
   * @param array an array of any rank
   * @return the sum of the lengths of its rows
   */
  public static int count(Object array) {
    return switch (array) {
      case double[] numbers -> numbers.length;
      case float[] numbers -> numbers.length;
      case Object[] rows -> Arrays.stream(rows).mapToInt(Coordinates::count).sum();
      default -> throw noNumbers(array);
    };
  }

  /**
   * The numbers of an array as a vector.
   *
   * @param array an array of any rank
   * @return its numbers, row by row
   */
  public static double[] flat(Object array) {
    double[] flat = new double[count(array)];
    put(array, flat, 0);
    return flat;
  }

  /**
   * Writes the numbers of an array into a row of a matrix of derivatives.
   *
   * @param array the numbers
   * @param row where they go
   * @param first the place of the first one
   */
  public static void put(Object array, double[] row, int first) {
    switch (array) {
      case double[] numbers -> System.arraycopy(numbers, 0, row, first, numbers.length);
      case float[] numbers -> {
        for (int i = 0; i < numbers.length; i++) {
          row[first + i] = numbers[i];
        }
      }
      case Object[] parts -> {
        int place = first;
        for (Object part : parts) {
          put(part, row, place);
          place += count(part);
        }
      }
      default -> throw noNumbers(array);
    }
  }

  /**
   * A direction along one number.
   *
   * @param <A> the array's type
   * @param like the array whose shape it takes
   * @param position of the number; outside the array, all are zero
   * @return zeros with a one at the position
   */
  public static <A> A unit(A like, int position) {
    return replaced(like, 0, (_, place) -> place == position ? 1 : 0);
  }

  /**
   * The array moved along a vector.
   *
   * @param <A> the array's type
   * @param array the original
   * @param by the vector
   * @param first the place in it of the array's first number
   * @return the sums, in the array's shape
   */
  public static <A> A moved(A array, double[] by, int first) {
    return replaced(array, first, (number, place) -> number + by[place]);
  }

  /**
   * The part of a vector that belongs to an array.
   *
   * @param <A> the array's type
   * @param like the array whose shape it takes
   * @param vector the vector
   * @param first the place in it of the array's first number
   * @return the numbers from there on, in the array's shape
   */
  public static <A> A direction(A like, double[] vector, int first) {
    return replaced(like, first, (_, place) -> vector[place]);
  }

  @SuppressWarnings("unchecked") // What replaces an array has its type.
  private static <A> A replaced(A array, int first, Replacement replacement) {
    int length = Array.getLength(array);
    Object result = Array.newInstance(array.getClass().componentType(), length);
    int place = first;
    for (int i = 0; i < length; i++) {
      switch (array) {
        case double[] numbers -> ((double[]) result)[i] = replacement.of(numbers[i], place++);
        case float[] numbers -> ((float[]) result)[i] = (float) replacement.of(numbers[i], place++);
        case Object[] rows -> {
          ((Object[]) result)[i] = replaced(rows[i], place, replacement);
          place += count(rows[i]);
        }
        default -> throw noNumbers(array);
      }
    }
    return (A) result;
  }

  /**
   * A copy that a method may write into.
   *
   * @param <A> the type of the rows
   * @param array an array of rank 2 or more, of any element type
   * @return an array of the same elements that shares no row with it
   */
  public static <A> A[] copy(A[] array) {
    A[] copy = array.clone();
    Arrays.setAll(copy, i -> copyOfRow(copy[i]));
    return copy;
  }

  @SuppressWarnings({"unchecked", "SuspiciousSystemArraycopy"}) // A copy has the original's type.
  private static <A> A copyOfRow(A row) {
    if (row == null) {
      return row;
    }
    if (row instanceof Object[] rows) {
      return (A) copy(rows);
    }
    int length = Array.getLength(row);
    Object copy = Array.newInstance(row.getClass().componentType(), length);
    System.arraycopy(row, 0, copy, 0, length);
    return (A) copy;
  }

  /**
   * Writes the elements of a copy back into the array that it was made of. Rows that have another
   * length by now are replaced.
   *
   * @param copy the copy
   * @param array the array
   */
  @SuppressWarnings("SuspiciousSystemArraycopy") // A copy has the original's type.
  public static void putBack(Object copy, Object array) {
    if (copy instanceof Object[] rows && array instanceof Object[] targets) {
      for (int i = 0; i < rows.length; i++) {
        if (isLike(rows[i], targets[i])) {
          putBack(rows[i], targets[i]);
        } else {
          targets[i] = copyOfRow(rows[i]);
        }
      }
    } else {
      System.arraycopy(copy, 0, array, 0, Array.getLength(copy));
    }
  }

  private static boolean isLike(@Nullable Object row, @Nullable Object other) {
    return row != null && other != null && Array.getLength(row) == Array.getLength(other);
  }

  private static IllegalArgumentException noNumbers(Object array) {
    return new IllegalArgumentException("not an array of numbers: " + array.getClass());
  }
}
