package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Bag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of a table, put together in bags. */
public final class Bags {

  private Bags() {}

  /** One row for each bag. */
  public static Tensor embeddingBag(
      Tensor input,
      Tensor weight,
      @Nullable Tensor offsets,
      @Nullable Tensor perSampleWeights,
      Bag options) {
    requireWeights(input, weight, perSampleWeights, options);
    BagMembers all = BagMembers.of(input, offsets, options.includesLastOffset());
    requireRange(all.places(), weight.size(0));
    String refusal =
        "padding_idx must be within the number of embeddings, %d through %d, but got %d"
            .formatted(-weight.size(0), weight.size(0) - 1, options.rows().paddingIdx());
    long padding = Embeddings.padding(weight, options.rows(), refusal);
    Embeddings.shorten(weight, all.places(), options.rows());
    BagMembers counted = all.without(padding);
    if (options.mode() == Bag.Mode.MAX) {
      return largest(weight, counted);
    }
    Tensor factors = perSampleWeights == null ? Formula.absent() : flat(perSampleWeights);
    BagSums sums = new BagSums(counted, options);
    return new Formula(
            "EmbeddingBagBackward0",
            Formula.Saves.OPERANDS,
            in -> sums.of(in[0], perSampleWeights == null ? null : in[1]),
            (g, saved, operand) ->
                g[0] == null
                    ? null
                    : operand == 0
                        ? sums.weightGradient(
                            g[0], saved[0], perSampleWeights == null ? null : saved[1])
                        : sums.factorGradient(g[0], saved[0]))
        .apply(weight, factors);
  }

  private static Tensor flat(Tensor factors) {
    return factors.dim() == 1 ? factors : factors.reshape(-1);
  }

  private static void requireWeights(
      Tensor input, Tensor weight, @Nullable Tensor perSampleWeights, Bag options) {
    if (perSampleWeights != null) {
      require(
          perSampleWeights.layout().sameShape(input.layout()),
          "embedding_bag: If per_sample_weights (torch.Size(%s)) is not None, then it must have the same shape as the input (torch.Size(%s))"
              .formatted(
                  Arrays.toString(perSampleWeights.shape()), Arrays.toString(input.shape())));
      require(
          options.mode() == Bag.Mode.SUM,
          "embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='%s'). Please open a feature request on GitHub."
              .formatted(options.mode().label()));
    }
    require(
        weight.dim() == 2,
        "weight has to be a 2D Tensor, but got Tensor of dimension " + weight.dim());
    require(
        options.mode() != Bag.Mode.MAX || !options.rows().scalesGradByFrequency(),
        "max mode does not support scaling the gradient by the frequency");
    Embeddings.requireIndices("embedding_bag", input);
  }

  private static void requireRange(long[] places, long rows) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0 || places[i] >= rows) {
        throw new IndexOutOfBoundsException(
            "Index %d of input takes value %d which is not in the valid range [0, %d)"
                .formatted(i, places[i], rows));
      }
    }
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }

  /** The largest element of each column of each bag; zeros for bags without rows. */
  private static Tensor largest(Tensor weight, BagMembers members) {
    int columns = (int) weight.size(1);
    double[] elements = (double[]) Dense.copy(weight, DType.FLOAT64);
    int[] places = new int[members.count() * columns];
    Arrays.fill(places, -1);
    for (long position : members.positions()) {
      int row = (int) members.places()[(int) position] * columns;
      int target = (int) members.bags()[(int) position] * columns;
      for (int c = 0; c < columns; c++) {
        int best = places[target + c];
        if (best < 0 || elements[row + c] > elements[best]) {
          places[target + c] = row + c;
        }
      }
    }
    return Reindexing.pick("EmbeddingBagBackward0", weight, places, members.count(), columns);
  }
}
