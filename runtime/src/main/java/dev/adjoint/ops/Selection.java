package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;

/** Slices and elements picked by tensors of indices. */
public final class Selection {

  private Selection() {}

  /** The slices at indices along a dimension. */
  public static Tensor indexSelect(Tensor self, int dim, Tensor index) {
    if (index.dtype() != DType.INT64 && index.dtype() != DType.INT32) {
      throw new IllegalArgumentException("index_select(): Expected dtype int32 or int64 for index");
    }
    if (index.dim() > 1) {
      throw new IndexOutOfBoundsException("index_select(): Index is supposed to be a vector");
    }
    if (self.dim() == 0 && index.numel() != 1) {
      throw new IndexOutOfBoundsException(
          "index_select(): Index to scalar can have only 1 value, got %d value(s)"
              .formatted(index.numel()));
    }
    int at = Views.dimension(dim, self.dim());
    int size = self.dim() == 0 ? 1 : self.layout().sizes()[at];
    return indexSelect("IndexSelectBackward0", self, at, places(index, size));
  }

  static Tensor indexSelect(String name, Tensor self, int dim, int[] places) {
    if (self.dim() == 0) {
      return Reindexing.pick(name, self, places);
    }
    int[][] maps = new int[self.dim()][];
    maps[dim] = places;
    return Reindexing.pickAlong(name, self, maps);
  }

  /** Indices from 0 up to a size. */
  private static int[] places(Tensor index, int size) {
    long[] values = (long[]) Dense.copy(index, DType.INT64);
    int[] places = new int[values.length];
    for (int i = 0; i < places.length; i++) {
      if (values[i] < 0 || values[i] >= size) {
        throw new IndexOutOfBoundsException("index out of range in self");
      }
      places[i] = (int) values[i];
    }
    return places;
  }

  /** The elements at row-major positions. */
  public static Tensor take(Tensor self, Tensor index) {
    if (index.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          "take(): Expected a long tensor for index, but got " + index.dtype().title());
    }
    int[] places = positions(index, self.layout().count());
    return Reindexing.pick("TakeBackward0", self, places, index.layout().sizes());
  }

  /** Row-major positions, negative ones counted from the end. */
  static int[] positions(Tensor index, int n) {
    long[] values = (long[]) Dense.copy(index, DType.INT64);
    int[] places = new int[values.length];
    for (int i = 0; i < places.length; i++) {
      if (values[i] < -n || values[i] >= n) {
        throw new IndexOutOfBoundsException(
            "out of range: tried to access index %d on a tensor of %d elements."
                .formatted(values[i], n));
      }
      places[i] = (int) (values[i] < 0 ? values[i] + n : values[i]);
    }
    return places;
  }

  /** The elements where a mask holds, in row-major order. */
  static Tensor atPlaces(String name, Tensor self, int[] places) {
    return Reindexing.pick(name, self, places, places.length);
  }
}
