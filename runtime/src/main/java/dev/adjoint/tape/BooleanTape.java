package dev.adjoint.tape;

import java.util.Arrays;

/** A stack of truth values, one bit each. */
public final class BooleanTape {
  private long[] words = new long[4];
  private long size;

  /** An empty tape. */
  public BooleanTape() {}

  /**
   * Puts a value on top.
   *
   * @param value the value
   * @throws IllegalStateException if the tape is as large as an array can be
   */
  public void push(boolean value) {
    int word = (int) (size >>> 6);
    if (word == words.length) {
      words = Arrays.copyOf(words, TapeCapacity.above(word));
    }
    long bit = 1L << size;
    words[word] = value ? words[word] | bit : words[word] & ~bit;
    size++;
  }

  /**
   * Takes the top value off.
   *
   * @return the value pushed last
   * @throws IllegalStateException if the tape is empty
   */
  public boolean pop() {
    if (size == 0) {
      throw TapeCapacity.empty();
    }
    size--;
    return (words[(int) (size >>> 6)] >>> size & 1) != 0;
  }

  /**
   * The number of values on the tape.
   *
   * @return pushes less pops
   */
  public long size() {
    return size;
  }

  /**
   * The value at a position; no value has to be there.
   *
   * @param index the position, counted from the bottom
   * @return what was put there last; {@code false} where nothing was
   * @throws IllegalStateException if the position is below the bottom
   */
  public boolean get(int index) {
    if (index < 0) {
      throw TapeCapacity.empty();
    }
    int word = index >>> 6;
    return word < words.length && (words[word] >>> index & 1) != 0;
  }

  /**
   * Puts a value at a position, whatever {@link #size} is; pushes and pops take no notice.
   *
   * @param index the position, counted from the bottom
   * @param value the value
   * @throws IllegalStateException if the position is below the bottom
   */
  public void set(int index, boolean value) {
    if (index < 0) {
      throw TapeCapacity.empty();
    }
    int word = index >>> 6;
    if (word >= words.length) {
      words = Arrays.copyOf(words, TapeCapacity.above(word));
    }
    long bit = 1L << index;
    words[word] = value ? words[word] | bit : words[word] & ~bit;
  }

  /**
   * A copy.
   *
   * @return another tape with the same values
   */
  public BooleanTape copy() {
    BooleanTape copy = new BooleanTape();
    copy.words = words.clone();
    copy.size = size;
    return copy;
  }

  /** Takes everything off: what a call that ended with an exception left behind. */
  void clear() {
    size = 0;
  }
}
