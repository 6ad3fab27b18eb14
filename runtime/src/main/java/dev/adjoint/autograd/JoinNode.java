package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** An operation with a list of operands and one result, whose derivatives read no values. */
public final class JoinNode extends ListNode {
  private final String name;
  private final Derivative derivative;

  /** The gradient of one operand of a list. */
  @FunctionalInterface
  public interface Derivative {

    /**
     * Computes the gradient.
     *
     * @param gradOutput the gradient of the result
     * @param input which operand
     * @return the gradient of that operand
     */
    Tensor apply(Tensor gradOutput, int input);
  }

  /**
   * A node for an operation on a list.
   *
   * @param name the node's name, such as {@code CatBackward0}
   * @param derivative the gradient of each operand
   * @param inputs the operands
   */
  public JoinNode(String name, Derivative derivative, Tensor... inputs) {
    super(inputs);
    this.name = name;
    this.derivative = derivative;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    Tensor gradOutput = gradOutputs[0];
    for (int i = 0; gradOutput != null && i < inputCount(); i++) {
      if (sink.wants(i)) {
        sink.accept(i, derivative.apply(gradOutput, i));
      }
    }
  }
}
