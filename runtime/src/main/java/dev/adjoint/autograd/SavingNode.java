package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation with any number of operands and results, whose derivatives read saved values. */
public final class SavingNode extends ListNode {
  private final String name;
  private final int outputs;
  private final Derivative derivative;
  private final SavedTensor[] saved;

  /** The gradient of one operand. */
  @FunctionalInterface
  public interface Derivative {

    /**
     * Computes the gradient.
     *
     * @param gradOutputs one per result; null where none arrived, but not all of them
     * @param saved the saved values, in the order they were given
     * @param input which operand
     * @return the gradient of that operand, or null for none
     */
    @Nullable Tensor apply(@Nullable Tensor[] gradOutputs, Tensor[] saved, int input);
  }

  /**
   * A node for an operation just computed.
   *
   * @param name the node's name, such as {@code AddcmulBackward0}
   * @param outputs the number of results
   * @param derivative the gradient of each operand
   * @param inputs the operands
   * @param saved the values that the derivative reads; results may be among them
   */
  public SavingNode(
      String name, int outputs, Derivative derivative, Tensor[] inputs, Tensor... saved) {
    super(inputs);
    this.name = name;
    this.outputs = outputs;
    this.derivative = derivative;
    this.saved = new SavedTensor[saved.length];
    for (int i = 0; i < saved.length; i++) {
      this.saved[i] = SavedTensor.of(saved[i]);
    }
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
  public List<Tensor> savedTensors() {
    return Arrays.stream(saved).map(SavedTensor::unpack).toList();
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    if (allAbsent(gradOutputs)) {
      return;
    }
    Tensor[] values = new Tensor[saved.length];
    for (int i = 0; i < saved.length; i++) {
      values[i] = saved[i].unpack();
    }
    for (int i = 0; i < inputCount(); i++) {
      if (sink.wants(i)) {
        sink.accept(i, derivative.apply(gradOutputs, values, i));
      }
    }
  }

  private static boolean allAbsent(@Nullable Tensor[] gradOutputs) {
    for (Tensor gradOutput : gradOutputs) {
      if (gradOutput != null) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void release() {
    for (SavedTensor value : saved) {
      value.release();
    }
  }
}
