package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of elements written along a dimension. */
public final class ScatterDerivatives {
  private ScatterDerivatives() {}

  /** Of the tensor that was written to: the gradient, zero at the places. */
  @DerivativeOf(
      type = Tensor.class,
      method = "scatter",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "self")
  public static Tensor scatterSelf(Tensor gradOutput, int dim, Tensor index) {
    return gradOutput.scatter(dim, index, 0);
  }

  /**
   * Of written elements: the gradient at their places. PyTorch, too, gives every element of a place
   * that was written several times the gradient of that place.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "scatter",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "source")
  public static Tensor scatterSource(Tensor gradOutput, Tensor source, int dim, Tensor index) {
    return IndexDerivatives.scatterAddSource(gradOutput, source, dim, index);
  }

  /** Of the tensor that a number was written to: the gradient, zero at the places. */
  @DerivativeOf(
      type = Tensor.class,
      method = "scatter",
      parameters = {int.class, Tensor.class, double.class},
      wrt = "self")
  public static Tensor scatterValueSelf(Tensor gradOutput, int dim, Tensor index) {
    return gradOutput.scatter(dim, index, 0);
  }
}
