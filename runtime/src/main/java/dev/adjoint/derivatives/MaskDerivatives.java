package dev.adjoint.derivatives;

import dev.adjoint.DType;
import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of elements replaced by a mask. */
public final class MaskDerivatives {

  private MaskDerivatives() {}

  /** Of {@code maskedFill}: the gradient where the mask does not hold. */
  @DerivativeOf(
      type = Tensor.class,
      method = "maskedFill",
      parameters = {Tensor.class, double.class},
      wrt = "self")
  public static Tensor maskedFillSelf(Tensor gradOutput, Tensor self, Tensor mask) {
    return Operands.fit(gradOutput.maskedFill(mask, 0), self);
  }

  /** Of {@code maskedFill} with a tensor: the gradient where the mask does not hold. */
  public static Tensor unfilled(Tensor gradOutput, Tensor mask, long... shape) {
    return gradOutput.maskedFill(mask, 0).sumToSize(shape);
  }

  /** Of {@code maskedFill} with a tensor: the rest, summed. */
  public static Tensor filled(Tensor gradOutput, Tensor mask, DType dtype) {
    return gradOutput.maskedFill(mask.logicalNot(), 0).sum().to(dtype);
  }
}
