package dev.adjoint.ops;

import java.util.List;

/** Options that hold one number for all spatial dimensions, or one for each. */
final class Extents {

  private Extents() {}

  /** One number for each dimension, refused if there are neither one nor as many. */
  static int[] of(List<Long> values, int rank, String refusal) {
    if (values.size() != 1 && values.size() != rank) {
      throw new IllegalArgumentException(refusal);
    }
    int[] each = new int[rank];
    for (int d = 0; d < rank; d++) {
      each[d] = Limits.option("an option", values.get(values.size() == 1 ? 0 : d));
    }
    return each;
  }
}
