package dev.adjoint.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Arrays and tapes that generated code uses again from call to call. Each place in the code that
 * needs one has a slot; what is there is handed out again as long as its length is right. Serves
 * one call at a time.
 */
public final class Buffers {
  private @Nullable Object[] slots = new @Nullable Object[8];

  /** Without any buffer as yet. */
  public Buffers() {}

  /**
   * Refuses an argument of the next call that the call itself would write into.
   *
   * @param array an argument; {@code null} is none of the buffers
   * @throws IllegalArgumentException if the array is one of these buffers
   */
  @SuppressWarnings("ReferenceEquality") // the very array
  public void refuse(@Nullable Object array) {
    for (Object buffer : slots) {
      if (array != null && buffer == array) {
        throw new IllegalArgumentException(
            "an argument is an array of the workspace itself, which the call writes into;"
                + " pass a clone() of it");
      }
    }
  }

  /**
   * The same for an array of arrays.
   *
   * @param rows an argument
   */
  public void refuseRows(Object @Nullable [] rows) {
    if (rows == null) {
      return;
    }
    for (Object row : rows) {
      if (row instanceof Object[] inner) {
        refuseRows(inner);
      } else {
        refuse(row);
      }
    }
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public double[] doubles(int slot, int length) {
    if (at(slot) instanceof double[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new double[length]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public float[] floats(int slot, int length) {
    if (at(slot) instanceof float[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new float[length]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public int[] ints(int slot, int length) {
    if (at(slot) instanceof int[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new int[length]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public long[] longs(int slot, int length) {
    if (at(slot) instanceof long[] used && used.length == length) {
      Arrays.fill(used, 0);
      return used;
    }
    return put(slot, new long[length]);
  }

  /**
   * A new or used array of zeros.
   *
   * @param slot the place in the code that asks
   * @param length its length
   * @return an array of exactly this length
   */
  public boolean[] booleans(int slot, int length) {
    if (at(slot) instanceof boolean[] used && used.length == length) {
      Arrays.fill(used, false);
      return used;
    }
    return put(slot, new boolean[length]);
  }

  /**
   * A copy of an array.
   *
   * @param slot the place in the code that asks
   * @param array what is copied
   * @return an array with the same elements
   */
  public double[] copyOf(int slot, double[] array) {
    if (at(slot) instanceof double[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  /**
   * A copy of an array.
   *
   * @param slot the place in the code that asks
   * @param array what is copied
   * @return an array with the same elements
   */
  public float[] copyOf(int slot, float[] array) {
    if (at(slot) instanceof float[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  /**
   * A copy of an array.
   *
   * @param slot the place in the code that asks
   * @param array what is copied
   * @return an array with the same elements
   */
  public int[] copyOf(int slot, int[] array) {
    if (at(slot) instanceof int[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  /**
   * A copy of an array.
   *
   * @param slot the place in the code that asks
   * @param array what is copied
   * @return an array with the same elements
   */
  public long[] copyOf(int slot, long[] array) {
    if (at(slot) instanceof long[] used && used.length == array.length) {
      System.arraycopy(array, 0, used, 0, array.length);
      return used;
    }
    return put(slot, array.clone());
  }

  /**
   * An empty tape.
   *
   * @param slot the place in the code that asks
   * @return a new or used tape
   */
  public DoubleTape doubleTape(int slot) {
    if (at(slot) instanceof DoubleTape used) {
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
    if (at(slot) instanceof FloatTape used) {
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
    if (at(slot) instanceof IntTape used) {
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
    if (at(slot) instanceof LongTape used) {
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
    if (at(slot) instanceof BooleanTape used) {
      used.clear();
      return used;
    }
    return put(slot, new BooleanTape());
  }

  private @Nullable Object at(int slot) {
    return slot < slots.length ? slots[slot] : null;
  }

  private <T> T put(int slot, T buffer) {
    if (slot >= slots.length) {
      slots = Arrays.copyOf(slots, Math.max(slot + 1, 2 * slots.length));
    }
    slots[slot] = buffer;
    return buffer;
  }
}
