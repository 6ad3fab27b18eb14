package dev.adjoint.tape;

import org.jspecify.annotations.Nullable;

/**
 * What generated code does with arrays of arrays as a whole. Rows may be of different lengths, and
 * missing: what is made of a missing row is missing as well.
 */
public final class Rows {
  private Rows() {}

  /**
   * A copy of an array, of its rows and of theirs.
   *
   * @param array an array of numbers, or of such arrays
   * @param <T> its type
   * @return an array of the same type that shares nothing with it
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // each case yields what it was given, null too
  public static <T> T copy(T array) {
    Object copy =
        switch (array) {
          case double[] numbers -> numbers.clone();
          case float[] numbers -> numbers.clone();
          case int[] numbers -> numbers.clone();
          case long[] numbers -> numbers.clone();
          case boolean[] flags -> flags.clone();
          case short[] numbers -> numbers.clone();
          case byte[] numbers -> numbers.clone();
          case char[] letters -> letters.clone();
          case Object[] rows -> {
            @Nullable Object[] copies = rows.clone();
            for (int i = 0; i < copies.length; i++) {
              copies[i] = copyIfAny(copies[i]);
            }
            yield copies;
          }
          default -> throw new IllegalArgumentException("no array of numbers: " + array);
        };
    return (T) copy;
  }

  /**
   * The same for a row that may be missing.
   *
   * @param array an array of numbers, or of such arrays; or {@code null}
   * @param <T> its type
   * @return a copy, or {@code null}
   */
  public static <T> @Nullable T copyIfAny(@Nullable T array) {
    return array == null ? null : copy(array);
  }

  /**
   * Zeros in the shape of an array.
   *
   * @param array an array of {@code double} or {@code float}, or of such arrays; or {@code null}
   * @param <T> its type
   * @return an array of the same type and shape; {@code null} for {@code null}
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // each case yields what it was given, null too
  public static <T extends @Nullable Object> T zerosLike(T array) {
    Object zeros =
        switch (array) {
          case null -> null;
          case double[] numbers -> new double[numbers.length];
          case float[] numbers -> new float[numbers.length];
          case Object[] rows -> {
            Object[] all = rows.clone();
            for (int i = 0; i < all.length; i++) {
              all[i] = zerosLike(all[i]);
            }
            yield all;
          }
          default -> throw new IllegalArgumentException("no array of numbers: " + array);
        };
    return (T) zeros;
  }

  /**
   * Adds an array to another one, number by number.
   *
   * @param sum an array of {@code double} or {@code float}, or of such arrays; is written into
   * @param addend an array of the same type and shape; adds nothing where it is {@code null}
   */
  public static void add(@Nullable Object sum, @Nullable Object addend) {
    if (addend instanceof double[] numbers && sum instanceof double[] sums) {
      for (int i = 0; i < numbers.length; i++) {
        sums[i] += numbers[i];
      }
    } else if (addend instanceof float[] numbers && sum instanceof float[] sums) {
      for (int i = 0; i < numbers.length; i++) {
        sums[i] += numbers[i];
      }
    } else if (addend instanceof @Nullable Object[] rows
        && sum instanceof @Nullable Object[] sums) {
      for (int i = 0; i < rows.length; i++) {
        add(sums[i], rows[i]);
      }
    }
  }

  /**
   * The length of a row.
   *
   * @param row an array of numbers, or {@code null}
   * @return its length, −1 for {@code null}
   */
  public static int length(double @Nullable [] row) {
    return row == null ? -1 : row.length;
  }

  /**
   * The length of a row.
   *
   * @param row an array of numbers, or {@code null}
   * @return its length, −1 for {@code null}
   */
  public static int length(float @Nullable [] row) {
    return row == null ? -1 : row.length;
  }

  /**
   * The length of a row.
   *
   * @param row an array, or {@code null}
   * @return its length, −1 for {@code null}
   */
  public static int length(int @Nullable [] row) {
    return row == null ? -1 : row.length;
  }

  /**
   * The length of a row.
   *
   * @param row an array, or {@code null}
   * @return its length, −1 for {@code null}
   */
  public static int length(long @Nullable [] row) {
    return row == null ? -1 : row.length;
  }

  /**
   * The length of a row.
   *
   * @param row an array, or {@code null}
   * @return its length, −1 for {@code null}
   */
  public static int length(boolean @Nullable [] row) {
    return row == null ? -1 : row.length;
  }

  /**
   * The lengths of rows.
   *
   * @param rows arrays of numbers, each of them and all together possibly {@code null}
   * @return the length of each; {@code null} for {@code null}
   */
  public static int @Nullable [] lengths(double @Nullable [] @Nullable [] rows) {
    if (rows == null) {
      return null;
    }
    int[] lengths = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      lengths[i] = length(rows[i]);
    }
    return lengths;
  }

  /**
   * The lengths of rows.
   *
   * @param rows arrays of numbers, each of them and all together possibly {@code null}
   * @return the length of each; {@code null} for {@code null}
   */
  public static int @Nullable [] lengths(float @Nullable [] @Nullable [] rows) {
    if (rows == null) {
      return null;
    }
    int[] lengths = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      lengths[i] = length(rows[i]);
    }
    return lengths;
  }

  /**
   * A row of zeros.
   *
   * @param length its length as {@link #length(double[])} tells it
   * @return a new row, or {@code null}
   */
  public static double @Nullable [] doubles(int length) {
    return length < 0 ? null : new double[length];
  }

  /**
   * A row of zeros.
   *
   * @param length its length as {@link #length(float[])} tells it
   * @return a new row, or {@code null}
   */
  public static float @Nullable [] floats(int length) {
    return length < 0 ? null : new float[length];
  }

  /**
   * Rows of zeros.
   *
   * @param lengths their lengths as {@link #lengths(double[][])} tells them
   * @return new rows, or {@code null}
   */
  public static double @Nullable [] @Nullable [] doubles(int @Nullable [] lengths) {
    if (lengths == null) {
      return null;
    }
    double[] @Nullable [] rows = new double[lengths.length][];
    for (int i = 0; i < lengths.length; i++) {
      rows[i] = doubles(lengths[i]);
    }
    return rows;
  }

  /**
   * Rows of zeros.
   *
   * @param lengths their lengths as {@link #lengths(float[][])} tells them
   * @return new rows, or {@code null}
   */
  public static float @Nullable [] @Nullable [] floats(int @Nullable [] lengths) {
    if (lengths == null) {
      return null;
    }
    float[] @Nullable [] rows = new float[lengths.length][];
    for (int i = 0; i < lengths.length; i++) {
      rows[i] = floats(lengths[i]);
    }
    return rows;
  }
}
