package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tensors of indices, one per dimension from the first on, brought to a common shape. Where indexed
 * dimensions are neighbours that shape takes their place in the result, else it comes first.
 *
 * @param self the layout of the indexed tensor
 * @param positions for each indexed dimension its positions in the common shape; null for others
 * @param shape the common shape
 */
record AdvancedIndex(Layout self, long[] @Nullable [] positions, Layout shape) {

  /** Checks and broadcasts the indices; null leaves a dimension whole. */
  static AdvancedIndex of(Layout self, @Nullable Tensor[] indices) {
    List<@Nullable Tensor> expanded = new ArrayList<>();
    for (Tensor index : indices) {
      if (index != null && isMask(index)) {
        checkMask(self, index, expanded.size());
        expanded.addAll(Arrays.asList(Search.nonzeroPerDimension(index)));
      } else {
        checkPositions(index);
        expanded.add(index);
      }
    }
    if (expanded.size() > self.rank()) {
      throw new IndexOutOfBoundsException(
          "too many indices for tensor of dimension %d (got %d)"
              .formatted(self.rank(), expanded.size()));
    }
    Layout shape = commonShape(expanded);
    long[][] positions = new long[self.rank()][];
    for (int d = 0; d < expanded.size(); d++) {
      Tensor index = expanded.get(d);
      positions[d] = index == null ? null : Dense.longs(index, shape);
    }
    return new AdvancedIndex(self, positions, shape);
  }

  static boolean isMask(Tensor index) {
    return index.dtype() == DType.BOOL || index.dtype() == DType.UINT8;
  }

  private static void checkPositions(@Nullable Tensor index) {
    if (index != null && index.dtype() != DType.INT64 && index.dtype() != DType.INT32) {
      throw new IndexOutOfBoundsException(
          "tensors used as indices must be long, int, byte or bool tensors");
    }
  }

  private static void checkMask(Layout self, Tensor mask, int first) {
    for (int d = 0; d < mask.dim(); d++) {
      if (first + d >= self.rank()) {
        throw new IndexOutOfBoundsException(
            "too many indices for tensor of dimension %d (got %d)"
                .formatted(self.rank(), first + mask.dim()));
      }
      if (mask.size(d) != self.sizes()[first + d]) {
        throw new IndexOutOfBoundsException(
            "The shape of the mask %s at index %d does not match the shape of the indexed tensor %s at index %d"
                .formatted(
                    Arrays.toString(mask.shape()), d, Arrays.toString(self.sizes()), first + d));
      }
    }
  }

  private static Layout commonShape(List<@Nullable Tensor> indices) {
    Layout shape = Layout.dense();
    for (Tensor index : indices) {
      if (index != null) {
        shape = joined(shape, index, indices);
      }
    }
    return shape;
  }

  private static Layout joined(Layout shape, Tensor index, List<@Nullable Tensor> indices) {
    try {
      return Broadcast.of(shape, index.layout());
    } catch (IllegalArgumentException e) {
      String shapes =
          indices.stream()
              .filter(each -> each != null)
              .map(each -> Arrays.toString(each.shape()))
              .collect(Collectors.joining(", "));
      throw new IndexOutOfBoundsException(
          "shape mismatch: indexing tensors could not be broadcast together with shapes " + shapes);
    }
  }

  private boolean isIndexed(int dim) {
    return positions[dim] != null;
  }

  /** The first indexed dimension if all of them are neighbours, else 0. */
  private int insertion() {
    int first = 0;
    while (first < self.rank() && !isIndexed(first)) {
      first++;
    }
    int end = first;
    while (end < self.rank() && isIndexed(end)) {
      end++;
    }
    for (int d = end; d < self.rank(); d++) {
      if (isIndexed(d)) {
        return 0;
      }
    }
    return first;
  }

  /** The sizes of the result. */
  int[] sizes() {
    int at = insertion();
    int[] before = kept(self.sizes(), 0, at);
    int[] after = kept(self.sizes(), at, self.rank());
    int[] sizes = Arrays.copyOf(before, before.length + shape.rank() + after.length);
    System.arraycopy(shape.sizes(), 0, sizes, before.length, shape.rank());
    System.arraycopy(after, 0, sizes, before.length + shape.rank(), after.length);
    return sizes;
  }

  /** Values of the dimensions that are not indexed. */
  private int[] kept(int[] values, int from, int to) {
    int[] kept = new int[to - from];
    int count = 0;
    for (int d = from; d < to; d++) {
      if (!isIndexed(d)) {
        kept[count++] = values[d];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** The place in the storage of every element of the result, in row-major order. */
  int[] places() {
    int at = insertion();
    int[] outer = Placement.of(part(0, at, self.offset()));
    int[] inner = Placement.of(part(at, self.rank(), 0));
    return Placement.sums(outer, indexed(), inner);
  }

  private Layout part(int from, int to, int offset) {
    return Layout.of(kept(self.sizes(), from, to), kept(self.strides(), from, to), offset);
  }

  private int[] indexed() {
    int[] places = new int[shape.count()];
    for (int d = 0; d < self.rank(); d++) {
      if (isIndexed(d)) {
        addPositions(places, d);
      }
    }
    return places;
  }

  private void addPositions(int[] places, int dim) {
    int size = self.sizes()[dim];
    int stride = self.strides()[dim];
    if (size == 0 && places.length > 0) {
      throw new IndexOutOfBoundsException("index is out of bounds for dimension with size 0");
    }
    for (int i = 0; i < places.length; i++) {
      long position = positions[dim][i];
      if (position < -size || position >= size) {
        throw new IndexOutOfBoundsException(
            "index %d is out of bounds for dimension %d with size %d"
                .formatted(position, dim, size));
      }
      places[i] += (int) (position < 0 ? position + size : position) * stride;
    }
  }
}
