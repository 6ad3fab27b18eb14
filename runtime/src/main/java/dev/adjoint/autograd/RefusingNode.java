package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** An operation without a derivative: its result requires a gradient, backward through it fails. */
public final class RefusingNode extends ListNode {
  private final String name;
  private final String operation;
  private final String message;
  private boolean isMissing;

  /**
   * A node for an operation just computed.
   *
   * @param operation the operation's name in the message
   * @param inputs the operands
   */
  public RefusingNode(String operation, Tensor... inputs) {
    this(
        "torch::autograd::NotImplemented",
        operation,
        "derivative for aten::" + operation + " is not implemented",
        inputs);
  }

  /**
   * A node for an operation that PyTorch names, but has no derivative for.
   *
   * @param name the node's name, such as {@code GeqrfBackward0}
   * @param operation the operation's name in the message
   * @param inputs the operands
   * @return the node
   */
  public static RefusingNode ofMissing(String name, String operation, Tensor... inputs) {
    String message = "the derivative for '" + operation + "' is not implemented.";
    RefusingNode node = new RefusingNode(name, operation, message, inputs);
    node.isMissing = true;
    return node;
  }

  private RefusingNode(String name, String operation, String message, Tensor... inputs) {
    super(inputs);
    this.name = name;
    this.operation = operation;
    this.message = message;
  }

  /** A node behind gradients that must not be differentiated again. */
  static RefusingNode ofDoubleBackward(Tensor... inputs) {
    String message =
        "trying to differentiate twice a function that was marked with @once_differentiable";
    return new RefusingNode("torch::autograd::Error", "once_differentiable", message, inputs);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    throw isMissing
        ? new UnsupportedOperationException(message)
        : new IllegalStateException(message);
  }

  @Override
  @Nullable Tensor tangent(Tensor result, int output, @Nullable Tensor[] tangents) {
    throw new UnsupportedOperationException(
        "Trying to use forward AD with "
            + operation
            + " that does not support it because it has not been implemented yet.");
  }
}
