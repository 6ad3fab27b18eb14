package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

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

  /** Of {@code maskedFill} with a tensor: the rest goes to the value, summed. */
  public static @Nullable Tensor maskedFill(Tensor gradOutput, Tensor[] operands, int input) {
    return switch (input) {
      case 0 -> maskedFillSelf(gradOutput, operands[0], operands[1]);
      case 2 -> Operands.fit(gradOutput.maskedFill(operands[1].logicalNot(), 0), operands[2]);
      default -> null;
    };
  }
}
