package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which row belongs to which bag.
 *
 * @param positions where in the input
 * @param places which row of the table
 * @param bags which bag
 * @param count the number of bags
 */
record BagMembers(long[] positions, long[] places, long[] bags, int count) {

  static BagMembers of(Tensor input, @Nullable Tensor offsets, boolean includesLast) {
    long[] places = input.toLong().reshape(-1).toLongArray();
    long[] starts = starts(input, offsets, places.length);
    boolean ends = includesLast && offsets != null;
    require(
        !ends || starts.length > 0, "include_last_offset: number of offset should be at least 1");
    int count = ends ? starts.length - 1 : starts.length;
    long[] bags = new long[places.length];
    for (int b = 0; b < count; b++) {
      // PyTorch gives the last bag all that is left, even if its end is an offset.
      long end = b + 1 < count ? starts[b + 1] : places.length;
      require(
          end >= starts[b],
          "offsets have to increase, but %d follows %d".formatted(end, starts[b]));
      Arrays.fill(bags, (int) starts[b], (int) end, b);
    }
    long used = count == 0 ? 0 : places.length;
    long[] positions = LongStream.range(0, used).toArray();
    return new BagMembers(positions, places, bags, count);
  }

  private static long[] starts(Tensor input, @Nullable Tensor offsets, int length) {
    if (input.dim() == 2) {
      require(
          offsets == null,
          "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of"
              + " fixed length sequences. However, found offsets of type "
              + Tensor.class.getName());
      return LongStream.range(0, input.size(0)).map(b -> b * input.size(1)).toArray();
    }
    require(
        input.dim() == 1,
        "input has to be 1D or 2D Tensor, but got Tensor of dimension " + input.dim());
    if (offsets == null) {
      throw new IllegalArgumentException("offsets has to be a 1D Tensor but got None");
    }
    require(offsets.dim() == 1, "offsets has to be a 1D Tensor");
    long[] starts = offsets.toLong().toLongArray();
    require(
        starts.length == 0 || starts[0] == 0,
        "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got %d"
            .formatted(starts.length == 0 ? 0 : starts[0]));
    long last = starts.length == 0 ? 0 : starts[starts.length - 1];
    require(
        last <= length,
        "offsets[-1] can not be greater than input's length %d but got offsets[-1] of %d"
            .formatted(length, last));
    return starts;
  }

  BagMembers without(long padding) {
    long[] kept = Arrays.stream(positions).filter(i -> places[(int) i] != padding).toArray();
    return new BagMembers(kept, places, bags, count);
  }

  /** The bag of each counted row. */
  long[] bagsOfPositions() {
    return Arrays.stream(positions).map(i -> bags[(int) i]).toArray();
  }

  /** How many rows each bag has, at least one. */
  Tensor sizes(Tensor like) {
    double[] sizes = new double[count];
    for (long bag : bagsOfPositions()) {
      sizes[(int) bag]++;
    }
    double[] divisors = Arrays.stream(sizes).map(size -> Math.max(1, size)).toArray();
    return Tensor.tensor(divisors, like.dtype()).unsqueeze(1);
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }
}
