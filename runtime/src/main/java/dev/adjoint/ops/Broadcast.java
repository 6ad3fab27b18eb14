package dev.adjoint.ops;

import dev.adjoint.kernels.Layout;

/** Shapes of operands stretched to each other. */
final class Broadcast {
  private Broadcast() {}

  /** The dense layout of the shape that both operands expand to. */
  static Layout of(Layout first, Layout second) {
    if (first.sameShape(second)) {
      return dense(first.isDense() ? first : second);
    }
    int rank = Math.max(first.rank(), second.rank());
    int[] sizes = new int[rank];
    for (int d = 0; d < rank; d++) {
      int a = size(first, d - rank + first.rank());
      int b = size(second, d - rank + second.rank());
      if (a != b && a != 1 && b != 1) {
        throw new IllegalArgumentException(
            "The size of tensor a (%d) must match the size of tensor b (%d) at non-singleton dimension %d"
                .formatted(a, b, d));
      }
      sizes[d] = a == 1 ? b : a;
    }
    return Layout.dense(sizes);
  }

  private static int size(Layout layout, int dimension) {
    return dimension < 0 ? 1 : layout.sizes()[dimension];
  }

  static Layout dense(Layout layout) {
    return layout.isDense() ? layout : Layout.dense(layout.sizes());
  }
}
