package dev.adjoint.tape;

import java.util.Arrays;

/** A stack of {@code double} values. */
public final class DoubleTape {
  private double[] values;
  private int size;

  /** An empty tape. */
  public DoubleTape() {
    this(64);
  }

  /**
   * An empty tape.
   *
   * @param capacity how many values fit before it grows
   */
  public DoubleTape(int capacity) {
    values = new double[Math.max(1, capacity)];
  }

  /**
   * Puts a value on top.
   *
   * @param value the value
   * @throws IllegalStateException if the tape is as large as an array can be
   */
  public void push(double value) {
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
  public double pop() {
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
  public double get(int index) {
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
  public void set(int index, double value) {
    reach(index);
    values[index] = value;
  }

  /**
   * Adds to the value at a position.
   *
   * @param index the position, counted from the bottom
   * @param value what is added
   * @throws IllegalStateException if the position is below the bottom, or no array is that long
   */
  public void add(int index, double value) {
    reach(index);
    values[index] += value;
  }

  /**
   * Adds the values of another tape to those at the same positions.
   *
   * @param addend the other tape
   */
  public void addAll(DoubleTape addend) {
    reach(addend.values.length - 1);
    for (int i = 0; i < addend.values.length; i++) {
      values[i] += addend.values[i];
    }
  }

  /**
   * A copy.
   *
   * @return another tape with the same values
   */
  public DoubleTape copy() {
    DoubleTape copy = new DoubleTape(values.length);
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
