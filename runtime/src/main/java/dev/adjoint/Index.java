package dev.adjoint;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index, as it stands between the brackets in Python: an integer, a slice, {@code
 * None}, {@code ...}, a mask or a tensor of positions.
 *
 * <pre>{@code
 * x.get(Index.at(0), Index.all(), Index.at(-1))       // x[0, :, -1]
 * x.get(Index.ellipsis(), Index.slice(1, null, 2))    // x[..., 1::2]
 * x.get(Index.of(x.gt(0)))                            // x[x > 0]
 * }</pre>
 */
public sealed interface Index {

  /**
   * One position: its dimension is dropped.
   *
   * @param position counted from 0, or from the end if negative
   */
  record Position(long position) implements Index {}

  /**
   * A range of positions.
   *
   * @param start the first one; null for 0
   * @param stop the end, exclusive; null for the size
   * @param step the distance; null for 1
   */
  record Range(@Nullable Long start, @Nullable Long stop, @Nullable Long step) implements Index {}

  /** A new dimension of size 1. */
  record NewAxis() implements Index {}

  /** As many whole dimensions as the other parts leave. */
  record Ellipsis() implements Index {}

  /**
   * The positions in an integer tensor, or the places where a boolean tensor holds.
   *
   * @param tensor integers in one dimension of the indexed tensor, or a mask of as many dimensions
   *     as it has itself
   */
  record Positions(Tensor tensor) implements Index {}

  /**
   * One position: {@code x[i]}.
   *
   * @param position counted from 0, or from the end if negative
   * @return a part that drops its dimension
   */
  static Index at(long position) {
    return new Position(position);
  }

  /**
   * A whole dimension: {@code x[:]}.
   *
   * @return a part that keeps its dimension
   */
  static Index all() {
    return new Range(null, null, null);
  }

  /**
   * A range: {@code x[start:stop]}.
   *
   * @param start the first position; null for 0
   * @param stop the end, exclusive; null for the size
   * @return a part that keeps its dimension
   */
  static Index slice(@Nullable Integer start, @Nullable Integer stop) {
    return slice(start, stop, null);
  }

  /**
   * A range with a step: {@code x[start:stop:step]}.
   *
   * @param start the first position; null for 0
   * @param stop the end, exclusive; null for the size
   * @param step the distance, above 0; null for 1
   * @return a part that keeps its dimension
   */
  static Index slice(@Nullable Integer start, @Nullable Integer stop, @Nullable Integer step) {
    return new Range(wide(start), wide(stop), wide(step));
  }

  private static @Nullable Long wide(@Nullable Integer value) {
    return value == null ? null : (Long) value.longValue();
  }

  /**
   * A new dimension: {@code x[None]}.
   *
   * @return a part that adds a dimension of size 1
   */
  static Index newAxis() {
    return new NewAxis();
  }

  /**
   * The dimensions that the other parts leave: {@code x[...]}.
   *
   * @return a part that keeps any number of dimensions
   */
  static Index ellipsis() {
    return new Ellipsis();
  }

  /**
   * Positions or a mask: {@code x[index]}.
   *
   * @param tensor an integer tensor of any shape, or a boolean one of the shape of the dimensions
   *     that it takes
   * @return a part after which the result is a copy
   */
  static Index of(Tensor tensor) {
    return new Positions(tensor);
  }

  /**
   * A list of positions: {@code x[[0, 2]]}.
   *
   * @param positions counted from 0, or from the end if negative
   * @return a part after which the result is a copy
   */
  static Index of(int... positions) {
    long[] wide = java.util.Arrays.stream(positions).asLongStream().toArray();
    return new Positions(Tensor.tensor(wide));
  }
}
