package dev.adjoint.derivatives;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Reduction;

/** Gradients in the form of the operand they belong to. */
final class Operands {
  private Operands() {}

  /**
   * A gradient summed over the dimensions its operand was broadcast over, in the operand's type.
   */
  static Tensor fit(Tensor gradient, Tensor operand) {
    Tensor summed =
        gradient.layout().sameShape(operand.layout())
            ? gradient
            : gradient.sumToSize(operand.shape());
    return summed.to(operand.dtype());
  }

  /** The gradient of a reduced loss, for each of {@code count} losses. */
  static Tensor each(Tensor gradOutput, long count, Reduction reduction) {
    return reduction == Reduction.MEAN ? gradOutput.div(count) : gradOutput;
  }
}
