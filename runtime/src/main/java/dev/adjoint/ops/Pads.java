package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.PadDerivatives;
import dev.adjoint.nn.Padding;
import java.util.Arrays;

/** Elements put around a tensor, or cut off where a width is negative. */
public final class Pads {

  private Pads() {}

  /** Pads the last dimensions, the last one first, two widths each. */
  public static Tensor pad(Tensor input, long[] widths, Padding mode, double value) {
    check(input, widths, mode);
    if (mode == Padding.CIRCULAR) {
      return CircularPads.pad(input, widths);
    }
    Tensor result = padded(Conversions.detach(input), widths, mode, value);
    return Recording.isNeeded(input)
        ? new UnaryNode(
                name(mode, widths.length / 2),
                Reads.NOTHING,
                (g, self, r) -> PadDerivatives.padInput(g, self, widths, mode),
                input)
            .record(result)
        : result;
  }

  private static void check(Tensor input, long[] widths, Padding mode) {
    if (widths.length % 2 != 0) {
      throw new IllegalArgumentException("Padding length must be divisible by 2");
    }
    if (widths.length > 2 * input.dim()) {
      throw new IllegalArgumentException(
          "Padding length should be less than or equal to two times the input dimension but got padding length %d and input of dimension %d"
              .formatted(widths.length, input.dim()));
    }
    int rank = widths.length / 2;
    if (mode != Padding.CONSTANT
        && (rank == 0 || rank > 3 || input.dim() - rank > 2 || input.dim() == rank)) {
      throw new UnsupportedOperationException(
          """
          Padding size %d is not supported for %dD input tensor.
          Supported combinations for non-constant padding:
            - 2D or 3D input: padding size = 2 (pads last dimension)
            - 3D or 4D input: padding size = 4 (pads last 2 dimensions)
            - 4D or 5D input: padding size = 6 (pads last 3 dimensions)\
          """
              .formatted(widths.length, input.dim()));
    }
    if (mode != Padding.CONSTANT) {
      requireElements(input, rank);
    }
  }

  private static String name(Padding mode, int rank) {
    return switch (mode) {
      case CONSTANT -> "ConstantPadNdBackward0";
      case REFLECT -> "ReflectionPad" + rank + "DBackward0";
      case REPLICATE -> "ReplicationPad" + rank + "DBackward0";
      case CIRCULAR -> throw new IllegalStateException("Pads: made of copies, which have nodes");
    };
  }

  private static Tensor padded(Tensor input, long[] widths, Padding mode, double value) {
    Tensor padded = input;
    for (int k = 0; k < widths.length / 2; k++) {
      int dim = input.dim() - 1 - k;
      long before = widths[2 * k];
      long after = widths[2 * k + 1];
      padded =
          mode == Padding.CONSTANT
              ? framed(padded, dim, before, after, value)
              : padded.indexSelect(
                  dim, Tensor.tensor(source(input, dim, new long[] {before, after}, mode)));
    }
    return widths.length == 0 ? input.clone() : padded;
  }

  /** Only a batch may be empty: there is nothing to repeat. */
  private static void requireElements(Tensor input, int padded) {
    boolean fits = input.dim() == padded + 1 || input.dim() == padded + 2;
    for (int d = input.dim() - padded - 1; fits && d < input.dim(); d++) {
      fits = input.size(d) > 0;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "Expected %dD or %dD (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: %s"
              .formatted(padded + 1, padded + 2, Arrays.toString(input.shape())));
    }
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

  /** From where each element of a reflected, repeated or circular dimension comes. */
  public static long[] source(Tensor input, int dim, long[] widths, Padding mode) {
    long size = input.size(dim);
    if (mode == Padding.REFLECT && Math.max(widths[0], widths[1]) >= size) {
      throw new IllegalArgumentException(
          "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (%d, %d) at dimension %d of input %s"
              .formatted(widths[0], widths[1], dim, Arrays.toString(input.shape())));
    }
    // What is cut off does not come round again.
    long first = Math.max(0, -widths[0]);
    long kept = size - first - Math.max(0, -widths[1]);
    if (size == 0 || (mode == Padding.CIRCULAR && kept <= 0)) {
      throw new IllegalArgumentException(
          "padding (%d, %d) leaves nothing to repeat of a dimension of size %d"
              .formatted(widths[0], widths[1], size));
    }
    long length = Limits.sum(Limits.sum(size, widths[0]), widths[1]);
    long[] source = new long[Creation.sizes(length)[0]];
    Arrays.setAll(
        source,
        i -> {
          long at = i - widths[0];
          return switch (mode) {
            case REFLECT -> size - 1 - Math.abs(size - 1 - Math.abs(at));
            case CIRCULAR -> first + Math.floorMod(at - first, kept);
            case REPLICATE, CONSTANT -> Math.clamp(at, 0, size - 1);
          };
        });
    return source;
  }
}
