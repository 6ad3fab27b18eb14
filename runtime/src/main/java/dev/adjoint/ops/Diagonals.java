package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.DiagonalDerivatives;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/** Diagonals and triangles of matrices. */
public final class Diagonals {

  private Diagonals() {}

  /** A view of a diagonal of the planes of two dimensions, as the last dimension. */
  public static Tensor diagonal(Tensor self, int offset, int dim1, int dim2) {
    Layout layout = self.layout();
    int first = Views.dimension(dim1, layout.rank());
    int second = Views.dimension(dim2, layout.rank());
    if (first == second) {
      throw new IllegalArgumentException(
          "diagonal dimensions cannot be identical %d, %d".formatted(dim1, dim2));
    }
    int[] sizes = layout.sizes();
    int[] strides = layout.strides();
    int length =
        offset >= 0
            ? Math.min(sizes[first], sizes[second] - offset)
            : Math.min(sizes[first] + offset, sizes[second]);
    int start = length <= 0 ? 0 : offset >= 0 ? offset * strides[second] : -offset * strides[first];
    Layout rest =
        Strides.without(Strides.without(layout, Math.max(first, second)), Math.min(first, second));
    int rank = rest.rank();
    int[] resultSizes = Arrays.copyOf(rest.sizes(), rank + 1);
    int[] resultStrides = Arrays.copyOf(rest.strides(), rank + 1);
    resultSizes[rank] = Math.max(0, length);
    resultStrides[rank] = strides[first] + strides[second];
    return Views.view(
        self,
        Layout.of(resultSizes, resultStrides, layout.offset() + start),
        "DiagonalBackward0",
        (g, s, r) -> DiagonalDerivatives.diagonalSelf(g, s, offset, first, second));
  }

  /** Matrices with the last dimension on a diagonal, in the planes of two new dimensions. */
  public static Tensor diagEmbed(Tensor self, int offset, int dim1, int dim2) {
    int rank = self.dim() + 1;
    int first = Views.dimension(dim1, rank);
    int second = Views.dimension(dim2, rank);
    if (first == second) {
      throw new IllegalArgumentException(
          "diagonal dimensions cannot be identical %d, %d".formatted(dim1, dim2));
    }
    long size = self.size(-1) + Math.abs((long) offset);
    long[] shape = new long[rank];
    int next = 0;
    for (int d = 0; d < rank; d++) {
      shape[d] = d == first || d == second ? size : self.size(next++);
    }
    Tensor result = Tensor.zeros(self.dtype(), shape);
    diagonal(result, offset, first, second).copy_(Conversions.detach(self));
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "DiagEmbedBackward0",
                Reads.NOTHING,
                (g, s, r) -> DiagonalDerivatives.diagEmbedSelf(g, offset, first, second),
                self)
            .record(result)
        : result;
  }

  /** A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector. */
  public static Tensor diag(Tensor self, int diagonal) {
    return switch (self.dim()) {
      case 1 -> diagEmbed(self, diagonal, 0, 1);
      case 2 -> diagonalCopy(self, diagonal);
      default ->
          throw new IllegalArgumentException(
              "diag(): Supports 1D or 2D tensors. Got " + self.dim() + "D");
    };
  }

  private static Tensor diagonalCopy(Tensor self, int offset) {
    Tensor result = diagonal(Conversions.detach(self), offset, 0, 1).clone();
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "DiagonalBackward0_copy",
                Reads.NOTHING,
                (g, s, r) -> DiagonalDerivatives.diagonalSelf(g, s, offset, 0, 1),
                self)
            .record(result)
        : result;
  }

  /** The sum of the diagonal of a matrix. */
  public static Tensor trace(Tensor self) {
    if (self.dim() != 2) {
      throw new IllegalArgumentException(
          "trace: expected a matrix, but got tensor with dim " + self.dim());
    }
    if (self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException("\"trace\" not implemented for 'Bool'");
    }
    Tensor result = diagonal(Conversions.detach(self), 0, 0, 1).sum();
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "TraceBackward0",
                Reads.NOTHING,
                (g, s, r) -> DiagonalDerivatives.traceSelf(g, s),
                self)
            .record(result)
        : result;
  }

  /** The elements on and below a diagonal, or on and above it, zero elsewhere. */
  public static Tensor triangle(Tensor self, int diagonal, boolean lower) {
    return triangular(self.layout(), diagonal, lower).apply(self);
  }

  /** As {@link #triangle}, in place. */
  public static Tensor triangleInPlace(Tensor self, int diagonal, boolean lower) {
    return triangular(self.layout(), diagonal, lower).applyInPlace(self);
  }

  private static Formula triangular(Layout layout, int diagonal, boolean lower) {
    String name = lower ? "tril" : "triu";
    if (layout.rank() < 2) {
      throw new IllegalArgumentException(name + ": input tensor must have at least 2 dimensions");
    }
    Tensor outside = outside(layout, diagonal, lower);
    return new Formula(
        lower ? "TrilBackward0" : "TriuBackward0",
        Formula.Saves.NOTHING,
        in -> in[0].maskedFill(outside, 0),
        (g, saved, input) -> DiagonalDerivatives.triangleSelf(g[0], diagonal, lower));
  }

  private static Tensor outside(Layout layout, int diagonal, boolean lower) {
    int rows = layout.sizes()[layout.rank() - 2];
    int columns = layout.sizes()[layout.rank() - 1];
    boolean[] mask = new boolean[Layout.countOf(new int[] {rows, columns})];
    for (int i = 0; i < mask.length; i++) {
      long above = (long) i % columns - i / columns - diagonal;
      mask[i] = lower ? above > 0 : above < 0;
    }
    return Creation.of(mask, rows, columns);
  }
}
