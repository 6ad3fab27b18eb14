package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** An operation without a derivative: its result requires a gradient, backward through it fails. */
public final class RefusingNode extends ListNode {
  private final String operation;

  /**
   * A node for an operation just computed.
   *
   * @param operation the operation's name in the message
   * @param inputs the operands
   */
  public RefusingNode(String operation, Tensor... inputs) {
    super(inputs);
    this.operation = operation;
  }

  @Override
  public String name() {
    return "torch::autograd::NotImplemented";
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    throw new IllegalStateException("derivative for aten::" + operation + " is not implemented");
  }
}
