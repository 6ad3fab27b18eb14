package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of one value everywhere. */
public final class FillDerivatives {
  private FillDerivatives() {}

  /** Of the tensor that gave its shape: zero. */
  @DerivativeOf(
      type = Tensor.class,
      method = "fill",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor fillSelf(Tensor gradOutput) {
    return Tensor.zeros(gradOutput.dtype(), gradOutput.shape());
  }

  /** Of the value: the sum of the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "fill",
      parameters = {Tensor.class},
      wrt = "value")
  public static Tensor fillValue(Tensor gradOutput, Tensor value) {
    return Operands.fit(gradOutput.sum(), value);
  }

  /** Of the tensor that gave its shape: zero. */
  @DerivativeOf(
      type = Tensor.class,
      method = "fill",
      parameters = {double.class},
      wrt = "self")
  public static Tensor fillDoubleSelf(Tensor gradOutput) {
    return fillSelf(gradOutput);
  }

  /** Of the tensor that gave its shape: zero. */
  @DerivativeOf(
      type = Tensor.class,
      method = "fill",
      parameters = {long.class},
      wrt = "self")
  public static Tensor fillLongSelf(Tensor gradOutput) {
    return fillSelf(gradOutput);
  }
}
