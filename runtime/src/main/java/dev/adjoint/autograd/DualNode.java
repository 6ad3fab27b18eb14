package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an operation and an operand that has a tangent: gradients pass unchanged, if the
 * operand wants any. Not shown to users.
 */
final class DualNode extends Node {
  final @Nullable Node next;
  final Dual dual;
  private final int output;

  DualNode(@Nullable Node next, int output, Dual dual) {
    super(next == null || next instanceof AccumulateGrad ? -1 : next.sequence);
    this.next = next;
    this.output = output;
    this.dual = dual;
  }

  @Override
  public String name() {
    return next == null ? "torch::autograd::Dual" : next.name();
  }

  @Override
  protected int inputCount() {
    return next == null ? 0 : 1;
  }

  @Override
  protected @Nullable Node nextNode(int input) {
    return next;
  }

  @Override
  protected int nextOutput(int input) {
    return output;
  }

  /** As many as the operand's own node, so that the operand keeps its number among them. */
  @Override
  protected int outputCount() {
    return output + 1;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    if (next != null) {
      sink.accept(0, gradOutputs[output]);
    }
  }
}
