package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Relocation;
import java.util.Arrays;

/**
 * Elements moved, repeated or left out: each result element is the element at a place, or zero. The
 * adjoint adds the gradient up at the places, and the adjoint of that picks them again.
 */
final class Reindexing {

  private Reindexing() {}

  /** The elements at row-major places of {@code self}; zero at place -1. */
  static Tensor pick(String name, Tensor self, int[] places, int... sizes) {
    Layout shape = Layout.dense(sizes);
    Tensor result = moved(self, places, shape, false);
    int[] from = self.layout().sizes();
    return Recording.isNeeded(self)
        ? new UnaryNode(
                name, Reads.NOTHING, (g, s, r) -> add(name + "Backward0", g, places, from), self)
            .record(result)
        : result;
  }

  /** Zeros of a shape with the elements of {@code self} added at their places. */
  static Tensor add(String name, Tensor self, int[] places, int... sizes) {
    Layout shape = Layout.dense(sizes);
    Tensor result = moved(self, places, shape, true);
    int[] from = self.layout().sizes();
    return Recording.isNeeded(self)
        ? new UnaryNode(
                name, Reads.NOTHING, (g, s, r) -> pick(name + "Backward0", g, places, from), self)
            .record(result)
        : result;
  }

  private static Tensor moved(Tensor self, int[] places, Layout shape, boolean adds) {
    DType dtype = self.dtype();
    int n = shape.count();
    if (dtype.isFloatingPoint()) {
      double[] from = (double[]) Dense.copy(self, DType.FLOAT64);
      double[] to = adds ? Relocation.add(from, places, n) : Relocation.pick(from, places);
      return Dense.tensor(Convert.convert(to, DType.FLOAT64, dtype, n), dtype, shape);
    }
    long[] from = (long[]) Dense.copy(self, DType.INT64);
    long[] to = adds ? Relocation.add(from, places, n) : Relocation.pick(from, places);
    return Dense.ofLongs(to, dtype, shape);
  }

  /**
   * Picks along every dimension at once.
   *
   * @param maps for each dimension and each result index the source index, or -1 for zero; null
   *     leaves the dimension as it is
   */
  static Tensor pickAlong(String name, Tensor self, int[]... maps) {
    int[] sizes = self.layout().sizes();
    int[] picked = sizes.clone();
    for (int d = 0; d < sizes.length; d++) {
      picked[d] = maps[d] == null ? sizes[d] : maps[d].length;
    }
    return pick(name, self, placesAlong(sizes, maps), picked);
  }

  /** The row-major places that maps along every dimension pick; see {@link #pickAlong}. */
  static int[] placesAlong(int[] sizes, int[]... maps) {
    int[] strides = Layout.rowMajorStrides(sizes);
    int[] places = {0};
    for (int d = 0; d < sizes.length; d++) {
      int[] map = maps[d] == null ? identity(sizes[d]) : maps[d];
      places = combined(places, map, strides[d]);
    }
    return places;
  }

  private static int[] combined(int[] outer, int[] map, int stride) {
    int[] places = new int[Layout.countOf(new int[] {outer.length, map.length})];
    int at = 0;
    for (int place : outer) {
      for (int index : map) {
        places[at++] = place < 0 || index < 0 ? -1 : place + index * stride;
      }
    }
    return places;
  }

  static int[] identity(int size) {
    int[] map = new int[size];
    Arrays.setAll(map, i -> i);
    return map;
  }
}
