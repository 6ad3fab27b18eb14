package dev.adjoint.ops;

import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/**
 * The dimensions a reduction runs over.
 *
 * @param reduced one flag per dimension
 * @param kept sizes with the reduced dimensions at 1
 * @param dropped sizes without the reduced dimensions
 * @param order kept dimensions, then reduced ones
 * @param columns elements reduced to one
 */
record Dims(boolean[] reduced, int[] kept, int[] dropped, int[] order, int columns) {

  /** All dimensions if none are named. */
  static Dims of(Layout layout, int... dims) {
    int rank = layout.rank();
    if (rank > 64) {
      throw new IllegalArgumentException("only tensors with up to 64 dims are supported");
    }
    boolean[] reduced = new boolean[Math.max(1, rank)];
    Arrays.fill(reduced, dims.length == 0);
    for (int dim : dims) {
      int at = Views.dimension(dim, rank);
      if (reduced[at]) {
        throw new IllegalArgumentException(
            "dim " + at + " appears multiple times in the list of dims");
      }
      reduced[at] = true;
    }
    return of(layout.sizes(), Arrays.copyOf(reduced, rank));
  }

  private static Dims of(int[] sizes, boolean[] reduced) {
    int rank = sizes.length;
    int[] kept = sizes.clone();
    int[] dropped = new int[rank];
    int[] order = new int[rank];
    int outer = 0;
    int columns = 1;
    for (int d = 0; d < rank; d++) {
      if (reduced[d]) {
        kept[d] = 1;
        columns *= sizes[d];
      } else {
        dropped[outer] = sizes[d];
        order[outer++] = d;
      }
    }
    int at = outer;
    for (int d = 0; d < rank; d++) {
      if (reduced[d]) {
        order[at++] = d;
      }
    }
    return new Dims(reduced, kept, Arrays.copyOf(dropped, outer), order, columns);
  }

  Layout result(boolean keepdim) {
    return Layout.dense(keepdim ? kept : dropped);
  }

  int rows() {
    return Layout.countOf(dropped);
  }

  /** Whether the reduced dimensions come first, so that the matrix can be reduced by columns. */
  boolean reducesLeading() {
    boolean open = false;
    for (boolean flag : reduced) {
      if (flag && open) {
        return false;
      }
      open |= !flag;
    }
    return dropped.length > 0 && dropped.length < reduced.length;
  }

  /** The layout with the reduced dimensions last. */
  Layout ordered(Layout layout) {
    int[] sizes = new int[order.length];
    int[] strides = new int[order.length];
    for (int d = 0; d < order.length; d++) {
      sizes[d] = layout.sizes()[order[d]];
      strides[d] = layout.strides()[order[d]];
    }
    return Layout.of(sizes, strides, layout.offset());
  }
}
