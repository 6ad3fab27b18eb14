package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/** Strides of views. */
final class Strides {
  private static final int[] IMPOSSIBLE = {-1};

  private Strides() {}

  /**
   * Strides under which the elements, in row-major order, have another shape of the same count; of
   * a different length than {@code sizes} if there are none.
   */
  static int[] viewed(Layout layout, int[] sizes) {
    if (layout.isContiguous() || layout.elements() == 0) {
      return Layout.rowMajorStrides(sizes);
    }
    int[] strides = new int[sizes.length];
    int next = sizes.length - 1;
    long runCount = 1;
    long taken = 1;
    int runStride = layout.rank() == 0 ? 1 : layout.strides()[layout.rank() - 1];
    for (int d = layout.rank() - 1; d >= 0; d--) {
      runCount *= layout.sizes()[d];
      if (d > 0 && continues(layout, d, runCount, runStride)) {
        continue;
      }
      while (next >= 0 && (taken < runCount || sizes[next] == 1)) {
        strides[next] = (int) (taken * runStride);
        taken *= sizes[next];
        next--;
      }
      if (taken != runCount) {
        return sizes.length == 1 ? new int[0] : IMPOSSIBLE;
      }
      if (d > 0) {
        runCount = 1;
        taken = 1;
        runStride = layout.strides()[d - 1];
      }
    }
    return next < 0 ? strides : sizes.length == 1 ? new int[0] : IMPOSSIBLE;
  }

  /** Whether dimension {@code d - 1} continues the run of equally spaced elements behind it. */
  private static boolean continues(Layout layout, int d, long runCount, int runStride) {
    return layout.sizes()[d - 1] == 1 || layout.strides()[d - 1] == runCount * runStride;
  }

  static Layout without(Layout layout, int dim) {
    return Layout.of(removed(layout.sizes(), dim), removed(layout.strides(), dim), layout.offset());
  }

  static Layout with(Layout layout, int dim) {
    boolean last = dim == layout.rank();
    int stride = last ? 1 : (int) ((long) layout.sizes()[dim] * layout.strides()[dim]);
    return Layout.of(
        inserted(layout.sizes(), dim, 1), inserted(layout.strides(), dim, stride), layout.offset());
  }

  static int[] removed(int[] values, int at) {
    int[] result = new int[values.length - 1];
    System.arraycopy(values, 0, result, 0, at);
    System.arraycopy(values, at + 1, result, at, result.length - at);
    return result;
  }

  private static int[] inserted(int[] values, int at, int value) {
    int[] result = new int[values.length + 1];
    System.arraycopy(values, 0, result, 0, at);
    result[at] = value;
    System.arraycopy(values, at, result, at + 1, values.length - at);
    return result;
  }

  /** Any sizes and strides over the elements of a tensor's storage. */
  static Layout strided(Tensor self, long[] size, long[] stride, long offset) {
    if (size.length != stride.length) {
      throw new IllegalArgumentException("mismatch in length of strides and shape");
    }
    if (offset < 0) {
      throw new IllegalArgumentException("Tensor: invalid storage offset " + offset);
    }
    for (long step : stride) {
      if (step < 0) {
        throw new IllegalArgumentException(
            "as_strided: Negative strides are not supported at the moment, got strides: "
                + Arrays.toString(stride));
      }
    }
    int[] sizes = Creation.sizes(size);
    checkInside(self, sizes, stride, offset);
    int[] strides = Arrays.stream(stride).mapToInt(Strides::saturated).toArray();
    return Layout.of(sizes, strides, saturated(offset));
  }

  /** Of a stride that no element needs, or of an offset without elements. */
  private static int saturated(long value) {
    return (int) Math.min(Integer.MAX_VALUE, value);
  }

  private static void checkInside(Tensor self, int[] sizes, long[] strides, long offset) {
    double last = offset;
    for (int d = 0; d < sizes.length; d++) {
      if (sizes[d] == 0) {
        return;
      }
      last += (sizes[d] - 1.0) * strides[d];
    }
    int available = self.storage().size();
    if (last >= available) {
      int itemSize = self.dtype().elementSize();
      throw new IllegalArgumentException(
          "setStorage: sizes %s, strides %s, storage offset %d, and itemsize %d requiring a storage size of %.0f are out of bounds for storage of size %d"
              .formatted(
                  Arrays.toString(sizes),
                  Arrays.toString(strides),
                  offset,
                  itemSize,
                  (last + 1) * itemSize,
                  (long) available * itemSize));
    }
  }
}
