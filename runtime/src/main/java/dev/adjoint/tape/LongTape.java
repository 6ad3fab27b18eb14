package dev.adjoint.tape;

import java.util.Arrays;

/** A stack of {@code long} values. */
public final class LongTape {
  private long[] values;
  private int size;

  /** An empty tape. */
  public LongTape() {
    this(64);
  }

  /**
   * An empty tape.
   *
   * @param capacity how many values fit before it grows
   */
  public LongTape(int capacity) {
    values = new long[Math.max(1, capacity)];
  }

  /**
   * Puts a value on top.
   *
   * @param value the value
   * @throws IllegalStateException if the tape is as large as an array can be
   */
  public void push(long value) {
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
  public long pop() {
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

  /** Takes everything off: what a call that ended with an exception left behind. */
  void clear() {
    size = 0;
  }
}
