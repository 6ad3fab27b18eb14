package dev.adjoint.tape;

import java.util.Arrays;

/** A stack of {@code int} values. */
public final class IntTape {
  private int[] values;
  private int size;

  /** An empty tape. */
  public IntTape() {
    this(64);
  }

  /**
   * An empty tape.
   *
   * @param capacity how many values fit before it grows
   */
  public IntTape(int capacity) {
    values = new int[Math.max(1, capacity)];
  }

  /**
   * Puts a value on top.
   *
   * @param value the value
   * @throws IllegalStateException if the tape is as large as an array can be
   */
  public void push(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, TapeCapacity.above(size));
    }
    values[size++] = value;
  }

  /**
   * Takes the top value off.
   *
   * @return the value pushed last
   * @throws IllegalStateException if the tape is empty
   */
  public int pop() {
    if (size == 0) {
      throw TapeCapacity.empty();
    }
    return values[--size];
  }

  /**
   * The number of values on the tape.
   *
   * @return pushes less pops
   */
  public int size() {
    return size;
  }

  /**
   * The value at a position; no value has to be there.
   *
   * @param index the position, counted from the bottom
   * @return what was put there last; 0 where nothing was
   * @throws IllegalStateException if the position is below the bottom
   */
  public int get(int index) {
    if (index < 0) {
      throw TapeCapacity.empty();
    }
    return index < values.length ? values[index] : 0;
  }

  /**
   * Puts a value at a position, whatever {@link #size} is; pushes and pops take no notice.
   *
   * @param index the position, counted from the bottom
   * @param value the value
   * @throws IllegalStateException if the position is below the bottom, or no array is that long
   */
  public void set(int index, int value) {
    reach(index);
    values[index] = value;
  }

  /**
   * A copy.
   *
   * @return another tape with the same values
   */
  public IntTape copy() {
    IntTape copy = new IntTape(values.length);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    copy.size = size;
    return copy;
  }

  private void reach(int index) {
    if (index < 0) {
      throw TapeCapacity.empty();
    }
    if (index >= values.length) {
      values = Arrays.copyOf(values, TapeCapacity.above(index));
    }
  }

  /** Takes everything off: what a call that ended with an exception left behind. */
  void clear() {
    size = 0;
  }
}
