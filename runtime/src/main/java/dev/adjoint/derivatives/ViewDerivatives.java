package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import dev.adjoint.ops.Indexing;

/** Derivatives of views: the gradient, seen the other way round. */
public final class ViewDerivatives {
  private ViewDerivatives() {}

  /** Of another shape: the gradient in the old one. */
  @DerivativeOf(
      type = Tensor.class,
      method = "view",
      parameters = {long[].class},
      wrt = "self")
  public static Tensor viewSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.reshape(self.shape());
  }

  /** Of another shape: the gradient in the old one. */
  @DerivativeOf(
      type = Tensor.class,
      method = "reshape",
      parameters = {long[].class},
      wrt = "self")
  public static Tensor reshapeSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.reshape(self.shape());
  }

  /** Of merged dimensions: the gradient in the old shape. */
  @DerivativeOf(
      type = Tensor.class,
      method = "flatten",
      parameters = {},
      wrt = "self")
  public static Tensor flattenSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.reshape(self.shape());
  }

  /** Of dimensions left out: the gradient in the old shape. */
  @DerivativeOf(
      type = Tensor.class,
      method = "squeeze",
      parameters = {},
      wrt = "self")
  public static Tensor squeezeSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.reshape(self.shape());
  }

  /** Of a dimension left out: the gradient in the old shape. */
  @DerivativeOf(
      type = Tensor.class,
      method = "squeeze",
      parameters = {int.class},
      wrt = "self")
  public static Tensor squeezeDimSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.reshape(self.shape());
  }

  /** Of a dimension put in: the gradient in the old shape. */
  @DerivativeOf(
      type = Tensor.class,
      method = "unsqueeze",
      parameters = {int.class},
      wrt = "self")
  public static Tensor unsqueezeSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.reshape(self.shape());
  }

  /** Of a matrix transpose: the transposed gradient. */
  @DerivativeOf(type = Tensor.class, method = "t", wrt = "self")
  public static Tensor tSelf(Tensor gradOutput) {
    return gradOutput.t();
  }

  /** Of exchanged dimensions: the gradient with the same exchange. */
  @DerivativeOf(
      type = Tensor.class,
      method = "transpose",
      parameters = {int.class, int.class},
      wrt = "self")
  public static Tensor transposeSelf(Tensor gradOutput, int dim0, int dim1) {
    return gradOutput.transpose(dim0, dim1);
  }

  /** Of reordered dimensions: the gradient in the old order. */
  @DerivativeOf(
      type = Tensor.class,
      method = "permute",
      parameters = {int[].class},
      wrt = "self")
  public static Tensor permuteSelf(Tensor gradOutput, int[] dims) {
    int[] inverse = new int[dims.length];
    for (int d = 0; d < dims.length; d++) {
      inverse[dims[d] < 0 ? dims[d] + dims.length : dims[d]] = d;
    }
    return gradOutput.permute(inverse);
  }

  /** Of an expansion: the gradient summed over the copies. */
  @DerivativeOf(
      type = Tensor.class,
      method = "expand",
      parameters = {long[].class},
      wrt = "self")
  public static Tensor expandSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of any strides over the storage: the gradient added up at each place. */
  @SuppressWarnings("exports")
  public static Tensor asStridedSelf(Tensor gradOutput, Layout own, Layout viewed) {
    return Indexing.addStrided(gradOutput, own, viewed, Math.max(reach(own), reach(viewed)));
  }

  private static int reach(Layout layout) {
    int last = layout.offset();
    for (int d = 0; d < layout.rank(); d++) {
      last += (layout.sizes()[d] - 1) * layout.strides()[d];
    }
    return layout.count() == 0 ? 0 : last + 1;
  }
}
