package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** An operation with one tensor operand and several results, whose derivative reads no values. */
public final class SplitNode extends ListNode {
  private final String name;
  private final int outputs;
  private final Derivative derivative;

  /** The gradient of the operand from those of all results. */
  @FunctionalInterface
  public interface Derivative {

    /**
     * Computes the gradient.
     *
     * @param gradOutputs one per result; null where none arrived
     * @return the gradient of the operand
     */
    Tensor apply(@Nullable Tensor[] gradOutputs);
  }

  /**
   * A node for an operation with several results.
   *
   * @param name the node's name, such as {@code UnbindBackward0}
   * @param outputs the number of results
   * @param derivative the gradient of the operand
   * @param self the operand
   */
  public SplitNode(String name, int outputs, Derivative derivative, Tensor self) {
    super(self);
    this.name = name;
    this.outputs = outputs;
    this.derivative = derivative;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  protected int outputCount() {
    return outputs;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    for (Tensor gradOutput : gradOutputs) {
      if (gradOutput != null && sink.wants(0)) {
        sink.accept(0, derivative.apply(gradOutputs));
        return;
      }
    }
  }
}
