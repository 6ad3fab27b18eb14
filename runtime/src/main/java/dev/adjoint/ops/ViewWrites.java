package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.SavingNode;
import dev.adjoint.derivatives.ViewWritesDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Placement;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Copies of a tensor in which a part, named as a view or by a mask, comes from another one. */
public final class ViewWrites {
  private ViewWrites() {}

  private static Tensor written(
      String name,
      UnaryOperator<Tensor> view,
      SavingNode.Derivative derivative,
      Tensor self,
      Tensor source) {
    Tensor slice = view.apply(Conversions.detach(self));
    if (!slice.layout().sameShape(source.layout())) {
      throw new IllegalArgumentException(
          "expected src to have a size equal to the slice of self. src size = %s, slice size = %s"
              .formatted(Arrays.toString(source.shape()), Arrays.toString(slice.shape())));
    }
    return new Update(
            name,
            Saves.NOTHING,
            (target, in) -> view.apply(target).copy_(Conversions.detach(in[1])),
            derivative)
        .apply(self, source);
  }

  /** One slice from another tensor. */
  public static Tensor select(Tensor self, Tensor source, int dim, long index) {
    DType dtype = source.dtype();
    return written(
        "SelectScatterBackward0",
        whole -> Indexing.select(whole, dim, index),
        (g, _, input) ->
            input == 0
                ? ViewWritesDerivatives.selectScatterSelf(g[0], dim, index)
                : g[0].select(dim, index).to(dtype),
        self,
        source);
  }

  /**
   * A range of slices.
   *
   * @param dim the dimension
   * @param start the first
   * @param end the end, exclusive
   * @param step the distance
   */
  public record Range(int dim, long start, long end, long step) {
    Tensor of(Tensor whole) {
      return Indexing.slice(whole, dim, start, end, step);
    }
  }

  /** A range of slices from another tensor. */
  public static Tensor slice(Tensor self, Tensor source, Range range) {
    DType dtype = source.dtype();
    return written(
        "SliceScatterBackward0",
        range::of,
        (g, _, input) ->
            input == 0
                ? ViewWritesDerivatives.sliceScatterSelf(
                    g[0], range.dim(), range.start(), range.end(), range.step())
                : range.of(g[0]).to(dtype),
        self,
        source);
  }

  /** A diagonal from another tensor. */
  public static Tensor diagonal(Tensor self, Tensor source, int offset, int dim1, int dim2) {
    DType dtype = source.dtype();
    return written(
        "DiagonalScatterBackward0",
        whole -> whole.diagonal(offset, dim1, dim2),
        (g, _, input) ->
            input == 0
                ? ViewWritesDerivatives.diagonalScatterSelf(g[0], offset, dim1, dim2)
                : g[0].diagonal(offset, dim1, dim2).to(dtype),
        self,
        source);
  }

  /** Strided elements from another tensor. */
  public static Tensor strided(
      Tensor self, Tensor source, long[] size, long[] stride, long storageOffset) {
    DType dtype = source.dtype();
    return written(
        "AsStridedScatterBackward0",
        whole -> Views.asStrided(whole, size, stride, storageOffset),
        (g, _, input) ->
            input == 0
                ? ViewWritesDerivatives.asStridedScatterSelf(g[0], size, stride, storageOffset)
                : g[0].contiguous().asStrided(size, stride, storageOffset).to(dtype),
        Conversions.contiguous(self),
        source);
  }

  /** Elements of a source, in row-major order, where a mask holds; both are broadcast. */
  public static Tensor maskedScatter(Tensor self, Tensor mask, Tensor source) {
    Layout shape = Broadcast.of(self.layout(), mask.layout());
    Tensor stretched =
        self.layout().sameShape(shape) ? self : self.expand(Views.toLongs(shape.sizes()));
    return masked(mask, self, source).apply(stretched, source);
  }

  /** Elements of a source, in row-major order, written where a mask holds. */
  public static Tensor maskedScatterInPlace(Tensor self, Tensor mask, Tensor source) {
    return masked(mask, self, source).applyInPlace(self, source);
  }

  private static Update masked(Tensor mask, Tensor self, Tensor source) {
    if (mask.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          "masked_scatter_ only supports boolean masks, but got mask with dtype "
              + mask.dtype().title());
    }
    if (self.dtype() != source.dtype()) {
      throw new IllegalArgumentException(
          "masked_scatter: expected self and source to have same dtypes but got %s and %s"
              .formatted(self.dtype().title(), source.dtype().title()));
    }
    Tensor like = Conversions.detach(source);
    return new Update(
        "MaskedScatterBackward0",
        Saves.NOTHING,
        (target, in) -> place(target, mask, in[1]),
        (g, saved, input) ->
            input == 0
                ? g[0].maskedFill(saved[0], 0)
                : ViewWritesDerivatives.maskedScatterSource(g[0], saved[0], like),
        mask);
  }

  private static void place(Tensor target, Tensor mask, Tensor source) {
    Tensor stretched = Views.expand(Conversions.detach(mask), target.shape());
    int[] chosen = Search.places(stretched);
    if (source.numel() < chosen.length) {
      throw new IllegalArgumentException("Number of elements of source < number of ones in mask");
    }
    int[] all = Placement.of(target.layout());
    int[] places = new int[chosen.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = all[chosen[i]];
    }
    Layout shape = Layout.dense(source.layout().sizes());
    IndexWrites.write(target, places, IndexWrites.values(target, source, shape), false);
  }
}
