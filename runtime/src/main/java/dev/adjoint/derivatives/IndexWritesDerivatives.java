package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of elements and slices written, or added to, at tensors of indices. */
public final class IndexWritesDerivatives {
  private IndexWritesDerivatives() {}

  /** Of the tensor that was written to: the gradient, zero at the places unless added to. */
  @DerivativeOf(
      type = Tensor.class,
      method = "put",
      parameters = {Tensor.class, Tensor.class, boolean.class},
      wrt = "self")
  public static Tensor putSelf(Tensor gradOutput, Tensor index, boolean accumulate) {
    Tensor nothing = Tensor.zeros(gradOutput.dtype(), index.shape());
    return accumulate ? gradOutput : gradOutput.put(index, nothing, false);
  }

  /** Of written values: the gradient at their places. */
  @DerivativeOf(
      type = Tensor.class,
      method = "put",
      parameters = {Tensor.class, Tensor.class, boolean.class},
      wrt = "source")
  public static Tensor putSource(Tensor gradOutput, Tensor index, Tensor source) {
    return gradOutput.take(index).reshape(source.shape());
  }

  /** Of slices added to: the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexAdd",
      parameters = {int.class, Tensor.class, Tensor.class, double.class},
      wrt = "self")
  public static Tensor indexAddSelf(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of added slices: {@code alpha} times the gradient at their indices. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexAdd",
      parameters = {int.class, Tensor.class, Tensor.class, double.class},
      wrt = "source")
  public static Tensor indexAddSource(
      Tensor gradOutput, int dim, Tensor index, Tensor source, double alpha) {
    return gradOutput.indexSelect(dim, index).mul(alpha).reshape(source.shape());
  }

  /** Of slices written over: the gradient, zero there. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexCopy",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "self")
  public static Tensor indexCopySelf(Tensor gradOutput, int dim, Tensor index) {
    return gradOutput.indexFill(dim, index, 0);
  }

  /** Of written slices: the gradient at their indices. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexCopy",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "source")
  public static Tensor indexCopySource(Tensor gradOutput, int dim, Tensor index, Tensor source) {
    return gradOutput.indexSelect(dim, index).reshape(source.shape());
  }

  /** Of slices filled with a number: the gradient, zero there. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexFill",
      parameters = {int.class, Tensor.class, double.class},
      wrt = "self")
  public static Tensor indexFillSelf(Tensor gradOutput, int dim, Tensor index) {
    return gradOutput.indexFill(dim, index, 0);
  }

  /** Of slices filled with a scalar tensor: the gradient, zero there. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexFill",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "self")
  public static Tensor indexFillTensorSelf(Tensor gradOutput, int dim, Tensor index) {
    return gradOutput.indexFill(dim, index, 0);
  }

  /** Of the scalar tensor: the gradient summed over the filled slices. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexFill",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "value")
  public static Tensor indexFillValue(Tensor gradOutput, int dim, Tensor index, Tensor value) {
    Tensor filled = Tensor.zeros(value.dtype(), gradOutput.shape()).indexFill(dim, index, 1);
    return Operands.fit(gradOutput.mul(filled).sum(), value);
  }
}
