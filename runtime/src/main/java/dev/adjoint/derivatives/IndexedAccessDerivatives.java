package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Index;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Derivatives of elements read and written at an index. */
public final class IndexedAccessDerivatives {
  private IndexedAccessDerivatives() {}

  /** Of the elements at an index: the gradient added at the places they were read from. */
  @DerivativeOf(
      type = Tensor.class,
      method = "get",
      parameters = {Index[].class},
      wrt = "self")
  public static Tensor getSelf(Tensor gradOutput, Tensor self, Index... index) {
    Tensor places = Tensor.arange(self.numel()).view(self.shape()).get(index);
    Tensor flat = Tensor.zeros(gradOutput.dtype(), self.numel());
    return flat.put(places, gradOutput, true).view(self.shape());
  }

  /** Of elements at tensors of indices: the gradient added at the places they were read from. */
  @DerivativeOf(
      type = Tensor.class,
      method = "index",
      parameters = {Tensor[].class},
      wrt = "self")
  public static Tensor indexSelf(Tensor gradOutput, Tensor self, @Nullable Tensor... indices) {
    return added(gradOutput, self.shape(), indices);
  }

  /** A gradient added to zeros of a shape at tensors of indices. */
  public static Tensor added(Tensor gradOutput, long[] shape, @Nullable Tensor... indices) {
    return Tensor.zeros(gradOutput.dtype(), shape).indexPut(indices, gradOutput, true);
  }

  /** Of the tensor that was written to: the gradient, zero at the places unless added to. */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexPut",
      parameters = {Tensor[].class, Tensor.class, boolean.class},
      wrt = "self")
  public static Tensor indexPutSelf(
      Tensor gradOutput, @Nullable Tensor[] indices, boolean accumulate) {
    return accumulate
        ? gradOutput
        : gradOutput.indexPut(indices, Tensor.zeros(gradOutput.dtype()), false);
  }

  /**
   * Of written values: the gradient at their places. PyTorch, too, gives every value of a place
   * that was written several times the gradient of that place.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "indexPut",
      parameters = {Tensor[].class, Tensor.class, boolean.class},
      wrt = "values")
  public static Tensor indexPutValues(
      Tensor gradOutput, @Nullable Tensor[] indices, Tensor values) {
    return shaped(gradOutput.index(indices), values.shape());
  }

  /** A gradient summed to the shape of values that were broadcast. */
  public static Tensor shaped(Tensor gradient, long... shape) {
    return java.util.Arrays.equals(gradient.shape(), shape) ? gradient : gradient.sumToSize(shape);
  }
}
