package dev.adjoint.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stack of objects; popped ones are not kept alive.
 *
 * @param <T> the type of the values
 */
public final class ObjectTape<T> {
  private @Nullable Object[] values = new @Nullable Object[16];
  private int size;

  /** An empty tape. */
  public ObjectTape() {}

  /**
   * Puts a value on top.
   *
   * @param value the value
   * @throws IllegalStateException if the tape is as large as an array can be
   */
  public void push(T value) {
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
  @SuppressWarnings({"unchecked", "NullAway"})
  public T pop() {
    if (size == 0) {
      throw TapeCapacity.empty();
    }
    size--;
    T value = (T) values[size];
    values[size] = null;
    return value;
  }

  /**
   * The number of values on the tape.
   *
   * @return pushes less pops
   */
  public int size() {
    return size;
  }

  /** Takes all values off. */
  public void clear() {
    Arrays.fill(values, 0, size, null);
    size = 0;
  }
}
