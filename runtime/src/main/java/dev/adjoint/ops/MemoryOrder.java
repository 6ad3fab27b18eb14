package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The dimensions of a tensor in the order of their strides, widest first: the order in which its
 * elements are visited where the order matters, as for random numbers.
 */
record MemoryOrder(int[] dims) {

  static MemoryOrder of(Tensor tensor) {
    int[] strides = tensor.layout().strides();
    return new MemoryOrder(
        IntStream.range(0, strides.length)
            .boxed()
            .sorted(Comparator.comparingInt(d -> -strides[d]))
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /** The same elements with the dimensions in this order. */
  Tensor view(Tensor tensor) {
    Layout layout = tensor.layout();
    return new Tensor(
        tensor.storage(),
        Layout.of(picked(layout.sizes()), picked(layout.strides()), layout.offset()));
  }

  private int[] picked(int[] values) {
    return Arrays.stream(dims).map(d -> values[d]).toArray();
  }
}
