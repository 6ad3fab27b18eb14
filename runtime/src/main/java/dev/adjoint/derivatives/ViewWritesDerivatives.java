package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of copies of which a part comes from another tensor. */
public final class ViewWritesDerivatives {
  private ViewWritesDerivatives() {}

  /** Of the tensor: the gradient, zero in the slice. */
  @DerivativeOf(
      type = Tensor.class,
      method = "selectScatter",
      parameters = {Tensor.class, int.class, long.class},
      wrt = "self")
  public static Tensor selectScatterSelf(Tensor gradOutput, int dim, long index) {
    Tensor gradient = gradOutput.clone();
    gradient.select(dim, index).zero_();
    return gradient;
  }

  /** Of the slice: its part of the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "selectScatter",
      parameters = {Tensor.class, int.class, long.class},
      wrt = "source")
  public static Tensor selectScatterSource(Tensor gradOutput, int dim, long index) {
    return gradOutput.select(dim, index);
  }

  /** Of the tensor: the gradient, zero in the range. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sliceScatter",
      parameters = {Tensor.class, int.class, long.class, long.class, long.class},
      wrt = "self")
  public static Tensor sliceScatterSelf(
      Tensor gradOutput, int dim, long start, long end, long step) {
    Tensor gradient = gradOutput.clone();
    gradient.slice(dim, start, end, step).zero_();
    return gradient;
  }

  /** Of the range: its part of the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sliceScatter",
      parameters = {Tensor.class, int.class, long.class, long.class, long.class},
      wrt = "source")
  public static Tensor sliceScatterSource(
      Tensor gradOutput, int dim, long start, long end, long step) {
    return gradOutput.slice(dim, start, end, step);
  }

  /** Of the tensor: the gradient, zero on the diagonal. */
  @DerivativeOf(
      type = Tensor.class,
      method = "diagonalScatter",
      parameters = {Tensor.class, int.class, int.class, int.class},
      wrt = "self")
  public static Tensor diagonalScatterSelf(Tensor gradOutput, int offset, int dim1, int dim2) {
    Tensor gradient = gradOutput.clone();
    gradient.diagonal(offset, dim1, dim2).zero_();
    return gradient;
  }

  /** Of the diagonal: that of the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "diagonalScatter",
      parameters = {Tensor.class, int.class, int.class, int.class},
      wrt = "source")
  public static Tensor diagonalScatterSource(Tensor gradOutput, int offset, int dim1, int dim2) {
    return gradOutput.diagonal(offset, dim1, dim2);
  }

  /** Of the tensor: the gradient, zero at the strided places. */
  @DerivativeOf(
      type = Tensor.class,
      method = "asStridedScatter",
      parameters = {Tensor.class, long[].class, long[].class, long.class},
      wrt = "self")
  public static Tensor asStridedScatterSelf(
      Tensor gradOutput, long[] size, long[] stride, long storageOffset) {
    Tensor gradient = Tensor.zeros(gradOutput.dtype(), gradOutput.shape()).add(gradOutput);
    gradient.asStrided(size, stride, storageOffset).zero_();
    return gradient;
  }

  /** Of the strided elements: those of the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "asStridedScatter",
      parameters = {Tensor.class, long[].class, long[].class, long.class},
      wrt = "source")
  public static Tensor asStridedScatterSource(
      Tensor gradOutput, long[] size, long[] stride, long storageOffset) {
    return gradOutput.contiguous().asStrided(size, stride, storageOffset);
  }

  /** Of the tensor: the gradient, zero where the mask holds. */
  @DerivativeOf(
      type = Tensor.class,
      method = "maskedScatter",
      parameters = {Tensor.class, Tensor.class},
      wrt = "self")
  public static Tensor maskedScatterSelf(Tensor gradOutput, Tensor self, Tensor mask) {
    return Operands.fit(gradOutput.maskedFill(mask, 0), self);
  }

  /** Of the source: the gradient where the mask holds, zero for elements that were not used. */
  @DerivativeOf(
      type = Tensor.class,
      method = "maskedScatter",
      parameters = {Tensor.class, Tensor.class},
      wrt = "source")
  public static Tensor maskedScatterSource(Tensor gradOutput, Tensor mask, Tensor source) {
    Tensor taken = gradOutput.maskedSelect(mask.expand(gradOutput.shape()));
    Tensor gradient = Tensor.zeros(gradOutput.dtype(), source.numel());
    gradient.narrow(0, 0, taken.numel()).copy_(taken);
    return gradient.view(source.shape());
  }
}
