package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.nn.Embedding;
import java.util.Arrays;

/** Rows of a table. */
public final class Embeddings {
  /** Keeps the quotient of a shortened row below the limit, as PyTorch has it. */
  private static final double LEAST_NORM = 1e-7;

  private Embeddings() {}

  /** Rows of a table, in the shape of their indices. */
  public static Tensor lookup(Tensor indices, Tensor weight, Embedding options) {
    if (weight.dim() != 2) {
      throw new IllegalArgumentException("'weight' must be 2-D");
    }
    long padding = padding(weight, options, "Padding_idx must be within num_embeddings");
    requireIndices("embedding", indices);
    long[] places = indices.toLong().reshape(-1).toLongArray();
    shorten(weight, places, options);
    requirePlaces(places, weight.size(0));
    long[] shape = Arrays.copyOf(indices.shape(), indices.dim() + 1);
    shape[indices.dim()] = weight.size(1);
    Tensor rows = Tensor.tensor(places);
    long count = weight.size(0);
    return new Formula(
            "EmbeddingBackward0",
            Formula.Saves.NOTHING,
            in -> in[0].indexSelect(0, rows).reshape(shape),
            (g, saved, input) ->
                g[0] == null ? null : added(g[0], saved[0], count, padding, options))
        .applyWith(new Tensor[] {rows}, weight);
  }

  private static void requirePlaces(long[] places, long rows) {
    for (long place : places) {
      if (place < 0 || place >= rows) {
        throw new IndexOutOfBoundsException("index out of range in self");
      }
    }
  }

  /** The gradients of rows added up in the table; none for the row that is held fixed. */
  public static Tensor gradient(
      Tensor gradOutput, Tensor indices, Tensor weight, Embedding options) {
    long padding = padding(weight, options, "Padding_idx must be within num_embeddings");
    Tensor rows = indices.toLong().reshape(-1);
    return added(gradOutput, rows, weight.size(0), padding, options);
  }

  private static Tensor added(
      Tensor gradOutput, Tensor rows, long count, long padding, Embedding options) {
    Tensor gradient = gradOutput.reshape(rows.numel(), gradOutput.size(-1));
    if (options.scalesGradByFrequency()) {
      gradient = gradient.mul(shares(rows.toLongArray(), gradient.dtype()));
    }
    if (padding >= 0) {
      gradient = gradient.maskedFill(rows.eq(padding).unsqueeze(1), 0);
    }
    return Tensor.zeros(gradient.dtype(), count, gradient.size(1)).indexAdd(0, rows, gradient);
  }

  static void requireIndices(String name, Tensor indices) {
    if (indices.dtype() != DType.INT64 && indices.dtype() != DType.INT32) {
      throw new IllegalArgumentException(
          "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.%sTensor instead (while checking arguments for %s)"
              .formatted(indices.dtype().title(), name));
    }
  }

  /** The row that is held fixed, or -1. */
  static long padding(Tensor weight, Embedding options, String refusal) {
    Long given = options.paddingIdx();
    if (given == null) {
      return -1;
    }
    long rows = weight.size(0);
    if (given < -rows || given >= rows) {
      throw new IllegalArgumentException(refusal);
    }
    return given < 0 ? given + rows : given;
  }

  /** One over how often the row of each place occurs, as a column. */
  static Tensor shares(long[] places, DType dtype) {
    long[] sorted = places.clone();
    Arrays.sort(sorted);
    double[] shares = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      shares[i] = 1.0 / occurrences(sorted, places[i]);
    }
    return Tensor.tensor(shares, dtype).unsqueeze(1);
  }

  private static int occurrences(long[] sorted, long place) {
    int at = Arrays.binarySearch(sorted, place);
    int from = at;
    int to = at;
    while (from > 0 && sorted[from - 1] == place) {
      from--;
    }
    while (to < sorted.length && sorted[to] == place) {
      to++;
    }
    return to - from;
  }

  /** Shortens the rows in the table that are too long. */
  static void shorten(Tensor weight, long[] places, Embedding options) {
    if (options.maxNorm() == Double.POSITIVE_INFINITY) {
      return;
    }
    try (var _ = GradMode.set(false)) {
      for (long place : Arrays.stream(places).distinct().toArray()) {
        Tensor row = weight.detach().select(0, place);
        double norm = row.norm(options.normType()).item();
        if (norm > options.maxNorm()) {
          row.mul_(options.maxNorm() / (norm + LEAST_NORM));
        }
      }
    }
  }
}
