package dev.adjoint.tape;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Arrays and tapes that generated code uses again from call to call. Each place in the code that
 * needs some has a slot; what was made there is handed out again, in the same order, as long as the
 * lengths are right. Arrays of arrays take a slot for each dimension. Serves one call at a time.
 */
public final class Buffers extends ArrayPools {
  /** Without any buffer as yet. */
  public Buffers() {}

  /**
   * A copy of an array, of its rows and of theirs.
   *
   * @param slot the place in the code that asks; those after it are those of the rows
   * @param array an array of numbers, or of such arrays
   * @param <T> its type
   * @return a new or used array that shares nothing with it
   */
  @SuppressWarnings("unchecked") // each case yields what it was given
  public <T> T copyOf(int slot, T array) {
    Object copy =
        switch (array) {
          case double[] numbers -> copy(slot, numbers);
          case float[] numbers -> copy(slot, numbers);
          case int[] numbers -> copy(slot, numbers);
          case long[] numbers -> copy(slot, numbers);
          case boolean[] flags -> copy(slot, flags);
          case @Nullable Object[] rows -> {
            @Nullable Object[] copies = outer(slot, rows);
            for (int i = 0; i < copies.length; i++) {
              copies[i] = copyIfAny(slot + 1, rows[i]);
            }
            yield copies;
          }
          default -> Rows.copy(array);
        };
    return (T) copy;
  }

  /**
   * The same for a row that may be missing.
   *
   * @param slot the place in the code that asks; those after it are those of the rows
   * @param array an array of numbers, or of such arrays; or {@code null}
   * @param <T> its type
   * @return a copy, or {@code null}
   */
  public <T> @Nullable T copyIfAny(int slot, @Nullable T array) {
    return array == null ? null : copyOf(slot, array);
  }

  /**
   * Zeros in the shape of an array of arrays.
   *
   * @param slot the place in the code that asks; those after it are those of the rows
   * @param array an array of {@code double} or {@code float}, or of such arrays; or {@code null}
   * @param <T> its type
   * @return a new or used array of the same type and shape; {@code null} for {@code null}
   */
  @SuppressWarnings("unchecked") // each case yields what it was given
  public <T extends @Nullable Object> T zerosLike(int slot, T array) {
    Object zeros =
        switch (array) {
          case double[] numbers -> doubles(slot, numbers.length);
          case float[] numbers -> floats(slot, numbers.length);
          case @Nullable Object[] rows -> {
            @Nullable Object[] all = outer(slot, rows);
            for (int i = 0; i < all.length; i++) {
              all[i] = zerosLike(slot + 1, rows[i]);
            }
            yield all;
          }
          case null, default -> Rows.zerosLike(array);
        };
    return (T) zeros;
  }

  /** An array of arrays of the type and length of another one. */
  private @Nullable Object[] outer(int slot, @Nullable Object[] like) {
    return next(slot) instanceof @Nullable Object[] used
            && used.length == like.length
            && used.getClass() == like.getClass()
        ? used
        : put(slot, like.clone());
  }

  private Object copy(int slot, double[] array) {
    if (next(slot) instanceof double[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  private Object copy(int slot, float[] array) {
    if (next(slot) instanceof float[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  private Object copy(int slot, int[] array) {
    if (next(slot) instanceof int[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  private Object copy(int slot, long[] array) {
    if (next(slot) instanceof long[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  private Object copy(int slot, boolean[] array) {
    if (next(slot) instanceof boolean[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  /**
   * Zeros for a row that may be missing.
   *
   * @param slot the place in the code that asks
   * @param length its length as {@link Rows#length(double[])} tells it
   * @return a new or used array, or {@code null}
   */
  public double @Nullable [] doublesIfAny(int slot, int length) {
    return length < 0 ? null : doubles(slot, length);
  }

  /**
   * Zeros for rows that may be missing.
   *
   * @param slot the place in the code that asks; the one after it is that of the rows
   * @param lengths their lengths as {@link Rows#lengths(double[][])} tells them
   * @return a new or used array, or {@code null}
   */
  @SuppressWarnings("NullAway") // a missing row
  public double[] @Nullable [] doublesIfAny(int slot, int @Nullable [] lengths) {
    if (lengths == null) {
      return null;
    }
    double[][] rows = doubleRows(slot, lengths.length);
    for (int i = 0; i < lengths.length; i++) {
      rows[i] = doublesIfAny(slot + 1, lengths[i]);
    }
    return rows;
  }

  /**
   * Zeros for a row that may be missing.
   *
   * @param slot the place in the code that asks
   * @param length its length as {@link Rows#length(float[])} tells it
   * @return a new or used array, or {@code null}
   */
  public float @Nullable [] floatsIfAny(int slot, int length) {
    return length < 0 ? null : floats(slot, length);
  }

  /**
   * Zeros for rows that may be missing.
   *
   * @param slot the place in the code that asks; the one after it is that of the rows
   * @param lengths their lengths as {@link Rows#lengths(float[][])} tells them
   * @return a new or used array, or {@code null}
   */
  @SuppressWarnings("NullAway") // a missing row
  public float[] @Nullable [] floatsIfAny(int slot, int @Nullable [] lengths) {
    if (lengths == null) {
      return null;
    }
    float[][] rows = floatRows(slot, lengths.length);
    for (int i = 0; i < lengths.length; i++) {
      rows[i] = floatsIfAny(slot + 1, lengths[i]);
    }
    return rows;
  }

  /**
   * The lengths of rows.
   *
   * @param slot the place in the code that asks
   * @param rows arrays of numbers, each of them and all together possibly {@code null}
   * @return the length of each, −1 for one that is missing; {@code null} for {@code null}
   */
  public int @Nullable [] lengths(int slot, double @Nullable [] @Nullable [] rows) {
    if (rows == null) {
      return null;
    }
    int[] lengths = ints(slot, rows.length);
    for (int i = 0; i < rows.length; i++) {
      lengths[i] = Rows.length(rows[i]);
    }
    return lengths;
  }

  /**
   * The lengths of rows.
   *
   * @param slot the place in the code that asks
   * @param rows arrays of numbers, each of them and all together possibly {@code null}
   * @return the length of each, −1 for one that is missing; {@code null} for {@code null}
   */
  public int @Nullable [] lengths(int slot, float @Nullable [] @Nullable [] rows) {
    if (rows == null) {
      return null;
    }
    int[] lengths = ints(slot, rows.length);
    for (int i = 0; i < rows.length; i++) {
      lengths[i] = Rows.length(rows[i]);
    }
    return lengths;
  }

  /**
   * An empty tape.
   *
   * @param slot the place in the code that asks
   * @param <T> the type of what is put on it
   * @return a new or used tape
   */
  @SuppressWarnings("unchecked") // an empty one is one of any type
  public <T> ObjectTape<T> objectTape(int slot) {
    if (next(slot) instanceof ObjectTape<?> used) {
      used.clear();
      return (ObjectTape<T>) used;
    }
    return put(slot, new ObjectTape<T>());
  }

  /**
   * What a call of another method keeps.
   *
   * @param slot the place in the code that asks
   * @param maker makes one
   * @param <T> its type
   * @return a new or used one
   */
  @SuppressWarnings("unchecked") // the slot holds what this maker made
  public <T> T frame(int slot, Supplier<T> maker) {
    Object used = next(slot);
    return used == null ? put(slot, maker.get()) : (T) used;
  }

  /**
   * An empty tape.
   *
   * @param slot the place in the code that asks
   * @return a new or used tape
   */
  public DoubleTape doubleTape(int slot) {
    if (next(slot) instanceof DoubleTape used) {
      used.clear();
      return used;
    }
    return put(slot, new DoubleTape());
  }

  /**
   * An empty tape.
   *
   * @param slot the place in the code that asks
   * @return a new or used tape
   */
  public FloatTape floatTape(int slot) {
    if (next(slot) instanceof FloatTape used) {
      used.clear();
      return used;
    }
    return put(slot, new FloatTape());
  }

  /**
   * An empty tape.
   *
   * @param slot the place in the code that asks
   * @return a new or used tape
   */
  public IntTape intTape(int slot) {
    if (next(slot) instanceof IntTape used) {
      used.clear();
      return used;
    }
    return put(slot, new IntTape());
  }

  /**
   * An empty tape.
   *
   * @param slot the place in the code that asks
   * @return a new or used tape
   */
  public LongTape longTape(int slot) {
    if (next(slot) instanceof LongTape used) {
      used.clear();
      return used;
    }
    return put(slot, new LongTape());
  }

  /**
   * An empty tape.
   *
   * @param slot the place in the code that asks
   * @return a new or used tape
   */
  public BooleanTape booleanTape(int slot) {
    if (next(slot) instanceof BooleanTape used) {
      used.clear();
      return used;
    }
    return put(slot, new BooleanTape());
  }
}
