package dev.adjoint.ops;

import dev.adjoint.Tensor;

/**
 * Elements of the other end put around a tensor. As in PyTorch, they are copied within the result,
 * so that corners come from edges already padded.
 *
 * @param input the tensor
 * @param widths how many before and after, the last dimension first; negative ones cut off
 * @param result of the padded shape, written into
 */
record CircularPads(Tensor input, long[] widths, Tensor result) {

  static Tensor pad(Tensor input, long... widths) {
    long[] shape = input.shape();
    for (int k = 0; k < widths.length / 2; k++) {
      int dim = shape.length - 1 - k;
      if (Math.max(widths[2 * k], widths[2 * k + 1]) > shape[dim]) {
        throw new IllegalArgumentException("Padding value causes wrapping around more than once.");
      }
      shape[dim] += widths[2 * k] + widths[2 * k + 1];
    }
    CircularPads pads = new CircularPads(input, widths, Tensor.zeros(input.dtype(), shape));
    pads.copyMiddle();
    pads.copyEdges();
    return pads.result;
  }

  private int dim(int k) {
    return input.dim() - 1 - k;
  }

  private long before(int k) {
    return Math.max(0, widths[2 * k]);
  }

  private long after(int k) {
    return Math.max(0, widths[2 * k + 1]);
  }

  private void copyMiddle() {
    Tensor to = result;
    Tensor from = input;
    for (int k = 0; k < widths.length / 2; k++) {
      int dim = dim(k);
      long cutBefore = Math.max(0, -widths[2 * k]);
      long cutAfter = Math.max(0, -widths[2 * k + 1]);
      to = to.slice(dim, before(k), result.size(dim) - after(k), 1);
      from = from.slice(dim, cutBefore, input.size(dim) - cutAfter, 1);
    }
    to.copy_(from);
  }

  private void copyEdges() {
    for (int k = 0; k < widths.length / 2; k++) {
      long size = result.size(dim(k));
      if (before(k) > 0) {
        long end = size - after(k);
        copy(k, 0, end - before(k), before(k));
      }
      if (after(k) > 0) {
        copy(k, size - after(k), before(k), after(k));
      }
    }
  }

  /** Piece by piece, so that what is copied first may be copied again. */
  private void copy(int k, long to, long from, long count) {
    int dim = dim(k);
    long piece = to > from ? Math.min(count, to - from) : count;
    for (long at = 0; at < count; at += piece) {
      long length = Math.min(piece, count - at);
      result
          .slice(dim, to + at, to + at + length, 1)
          .copy_(result.slice(dim, from + at, from + at + length, 1));
    }
  }
}
