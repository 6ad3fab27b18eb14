package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Padding;
import java.util.Arrays;

/** Elements put around a tensor, or cut off where a width is negative. */
public final class Pads {

  private Pads() {}

  /** Pads the last dimensions, the last one first, two widths each. */
  public static Tensor pad(Tensor input, long[] widths, Padding mode, double value) {
    if (widths.length % 2 != 0 || widths.length > 2 * input.dim()) {
      throw new IllegalArgumentException(
          "Padding length must be divisible by 2 and at most twice the number of dimensions of the"
              + " input, got %d for %d dimensions".formatted(widths.length, input.dim()));
    }
    Tensor padded = input;
    for (int k = 0; k < widths.length / 2; k++) {
      int dim = input.dim() - 1 - k;
      long before = widths[2 * k];
      long after = widths[2 * k + 1];
      padded =
          mode == Padding.CONSTANT
              ? framed(padded, dim, before, after, value)
              : padded.indexSelect(
                  dim, Tensor.tensor(source(padded.size(dim), before, after, mode)));
    }
    return padded;
  }

  private static Tensor framed(Tensor input, int dim, long before, long after, double value) {
    long start = Math.max(0, -before);
    long left = Limits.sum(Limits.sum(input.size(dim), Math.min(0, before)), Math.min(0, after));
    if (left < 0) {
      throw new IllegalArgumentException(
          "The input size %d, plus negative padding %d and %d, resulted in a negative output size, which is invalid. Check dimension %d of your input."
              .formatted(input.size(dim), before, after, dim));
    }
    Tensor kept = input.narrow(dim, start, left);
    if (before <= 0 && after <= 0) {
      return kept.clone();
    }
    Tensor[] parts = {edge(kept, dim, before, value), kept, edge(kept, dim, after, value)};
    return Tensor.cat(parts, dim);
  }

  private static Tensor edge(Tensor like, int dim, long width, double value) {
    long[] shape = like.shape();
    shape[dim] = Math.max(0, width);
    return Tensor.full(shape, value, like.dtype());
  }

  /** From where each element of a padded dimension comes. */
  private static long[] source(long size, long before, long after, Padding mode) {
    long limit = mode == Padding.REFLECT ? size - 1 : mode == Padding.CIRCULAR ? size : -1;
    if (limit >= 0 && Math.max(before, after) > limit) {
      throw new IllegalArgumentException(
          "Padding size should be %s the corresponding input dimension, but got: padding (%d, %d)"
                  .formatted(limit == size ? "at most" : "less than", before, after)
              + " for a dimension of size "
              + size);
    }
    // What is cut off does not come round again.
    long first = Math.max(0, -before);
    long kept = size - first - Math.max(0, -after);
    if (kept <= 0) {
      throw new IllegalArgumentException(
          "padding (%d, %d) leaves nothing to repeat of a dimension of size %d"
              .formatted(before, after, size));
    }
    long[] source = new long[Creation.sizes(Limits.sum(Limits.sum(size, before), after))[0]];
    Arrays.setAll(
        source,
        i -> {
          long at = i - before;
          return switch (mode) {
            case REFLECT -> size - 1 - Math.abs(size - 1 - Math.abs(at));
            case CIRCULAR -> first + Math.floorMod(at - first, kept);
            case REPLICATE, CONSTANT -> Math.clamp(at, 0, size - 1);
          };
        });
    return source;
  }
}
