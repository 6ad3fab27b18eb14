package dev.adjoint.print;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * The row-major positions that are printed: all of them, or the edges of each dimension.
 *
 * @param shape the sizes of the tensor
 * @param summarised whether long dimensions are cut
 * @param edgeItems how many items each end of a cut dimension keeps
 */
record VisibleElements(long[] shape, boolean summarised, int edgeItems) {

  /** Whether the middle of this dimension is replaced by dots. */
  boolean isCut(int dimension) {
    return summarised && shape[dimension] > 2L * edgeItems;
  }

  /** The indices shown of one dimension, in order. */
  LongStream indices(int dimension) {
    long size = shape[dimension];
    if (!isCut(dimension)) {
      return LongStream.range(0, size);
    }
    return LongStream.concat(
        LongStream.range(0, edgeItems), LongStream.range(size - edgeItems, size));
  }

  /** How many positions lie under one index of this dimension. */
  long stride(int dimension) {
    long stride = 1;
    for (int inner = dimension + 1; inner < shape.length; inner++) {
      stride *= shape[inner];
    }
    return stride;
  }

  /** Visits every shown position in order. */
  void forEach(LongConsumer action) {
    visit(0, 0, action);
  }

  private void visit(int dimension, long start, LongConsumer action) {
    if (dimension == shape.length) {
      action.accept(start);
      return;
    }
    long stride = stride(dimension);
    indices(dimension).forEach(i -> visit(dimension + 1, start + i * stride, action));
  }
}
