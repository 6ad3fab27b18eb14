package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.ArrangementDerivatives;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Elements in another order, or repeated. */
public final class Arrangement {

  private Arrangement() {}

  /** The order turned round along dimensions. */
  public static Tensor flip(Tensor self, int... dims) {
    int[][] maps = new int[self.dim()][];
    for (int dim : dims) {
      int at = Views.dimension(dim, self.dim());
      if (self.dim() > 0) {
        requireFirst(maps[at] == null, at);
        int size = self.layout().sizes()[at];
        maps[at] = new int[size];
        Arrays.setAll(maps[at], i -> size - 1 - i);
      }
    }
    return Reindexing.pickAlong("FlipBackward0", self, maps);
  }

  private static void requireFirst(boolean first, int dim) {
    if (!first) {
      throw new IllegalArgumentException(
          "dim " + dim + " appears multiple times in the list of dims");
    }
  }

  /** Elements moved on along dimensions, those that leave entering at the other end. */
  public static Tensor roll(Tensor self, long[] shifts, int... dims) {
    if (shifts.length == 0) {
      throw new IllegalArgumentException("`shifts` required");
    }
    if (dims.length == 0 && shifts.length == 1) {
      return self.dim() > 1
          ? roll(self.reshape(-1), shifts, 0).reshape(self.shape())
          : rolledAlone(self, shifts[0]);
    }
    if (shifts.length != dims.length) {
      throw new IllegalArgumentException(
          "shifts and dimensions must align. shifts: %d, dims:%d"
              .formatted(shifts.length, dims.length));
    }
    int[][] maps = new int[self.dim()][];
    for (int k = 0; k < dims.length; k++) {
      if (self.dim() == 0) {
        throw new IndexOutOfBoundsException(
            "Dimension specified as " + dims[k] + " but tensor has no dimensions");
      }
      int at = Views.dimension(dims[k], self.dim());
      maps[at] = rolled(maps[at], self.layout().sizes()[at], shifts[k]);
    }
    return Reindexing.pickAlong("RollBackward0", self, maps);
  }

  private static Tensor rolledAlone(Tensor self, long shift) {
    int[] places = rolled(null, self.layout().count(), shift);
    return Reindexing.pick("RollBackward0", self, places, self.layout().sizes());
  }

  private static int[] rolled(int @Nullable [] before, int size, long shift) {
    int[] map = new int[size];
    int[] from = before == null ? Reindexing.identity(size) : before;
    for (int i = 0; i < size; i++) {
      map[i] = from[(int) Math.floorMod(i - Math.floorMod(shift, (long) size), (long) size)];
    }
    return map;
  }

  /** Quarter turns in the plane of two dimensions, from the first towards the second. */
  public static Tensor rot90(Tensor self, int turns, int first, int second) {
    if (self.dim() < 2) {
      throw new IllegalArgumentException(
          "expected total dims >= 2, but got total dims = " + self.dim());
    }
    if (first == second || Math.abs(first - second) == self.dim()) {
      throw new IllegalArgumentException(
          "expected rotation dims to be different, but got dim0 = %d and dim1 = %d"
              .formatted(first, second));
    }
    return new Formula(
            "Rot90Backward0",
            Formula.Saves.NOTHING,
            in -> turned(in[0], turns, first, second),
            (g, saved, input) ->
                g[0] == null ? null : ArrangementDerivatives.rot90Self(g[0], turns, first, second))
        .apply(self);
  }

  private static Tensor turned(Tensor self, int turns, int first, int second) {
    return switch (Math.floorMod(turns, 4)) {
      case 1 -> flip(self, second).transpose(first, second).clone();
      case 2 -> flip(self, first, second);
      case 3 -> flip(self, first).transpose(first, second).clone();
      default -> self.clone();
    };
  }

  /** The whole tensor a number of times along every dimension. */
  public static Tensor repeat(Tensor self, long... times) {
    if (times.length < self.dim()) {
      throw new IllegalArgumentException(
          "Number of dimensions of repeat dims can not be smaller than number of dimensions of"
              + " tensor");
    }
    Tensor source = Conversions.detach(self);
    while (source.dim() < times.length) {
      source = source.unsqueeze(0);
    }
    int[] sizes = repeated(source, times);
    if (Layout.countOf(sizes) == 0) {
      return Reindexing.pick("RepeatBackward0", self, new int[0], sizes);
    }
    int[][] maps = new int[times.length][];
    for (int d = 0; d < times.length; d++) {
      int size = source.layout().sizes()[d];
      maps[d] = new int[sizes[d]];
      Arrays.setAll(maps[d], i -> i % size);
    }
    int[] places = Reindexing.placesAlong(source.layout().sizes(), maps);
    return Reindexing.pick("RepeatBackward0", self, places, sizes);
  }

  private static int[] repeated(Tensor source, long[] times) {
    long[] sizes = new long[times.length];
    for (int d = 0; d < times.length; d++) {
      sizes[d] = Limits.product(source.size(d), times[d]);
    }
    return Creation.sizes(sizes);
  }

  /** As {@link #repeat}, with missing leading counts taken as 1. */
  public static Tensor tile(Tensor self, long... times) {
    int rank = Math.max(self.dim(), times.length);
    long[] counts = new long[rank];
    Arrays.fill(counts, 1);
    System.arraycopy(times, 0, counts, rank - times.length, times.length);
    return repeat(self, counts);
  }

  private static void checkRepeats(long[] repeats, int size, int dim) {
    if (repeats.length != 1 && repeats.length != size) {
      throw new IllegalArgumentException(
          "repeats must have the same size as input along dim, but got repeats.size(0) = %d and input.size(%d) = %d"
              .formatted(repeats.length, dim, size));
    }
    for (long count : repeats) {
      if (count < 0) {
        throw new IllegalArgumentException("repeats can not be negative, got " + count);
      }
    }
  }

  /** Every slice a number of times, one after the other. */
  public static Tensor repeatInterleave(Tensor self, long[] repeats, int dim) {
    int at = Views.dimension(dim, self.dim());
    int size = self.dim() == 0 ? 1 : self.layout().sizes()[at];
    checkRepeats(repeats, size, at);
    long total = 0;
    for (int i = 0; i < size; i++) {
      total = Limits.sum(total, repeats[repeats.length == 1 ? 0 : i]);
    }
    int[] map = new int[Creation.sizes(total)[0]];
    int from = 0;
    for (int i = 0; i < size; i++) {
      int to = from + (int) repeats[repeats.length == 1 ? 0 : i];
      Arrays.fill(map, from, to, i);
      from = to;
    }
    return Selection.indexSelect("IndexSelectBackward0", self, at, map);
  }
}
