package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation with one tensor operand and one result. */
public final class UnaryNode extends OperandNode {
  private final String name;
  private final Reads reads;
  private final UnaryDerivative derivative;
  private final int selfVersion;
  private @Nullable Object self;
  private int resultVersion;
  private @Nullable Object result;

  /**
   * A node for an operation about to be, or just, computed.
   *
   * @param name the node's name, such as {@code ExpBackward0}
   * @param reads which values the derivative reads
   * @param derivative the gradient of the operand
   * @param self the operand
   */
  public UnaryNode(String name, Reads reads, UnaryDerivative derivative, Tensor self) {
    super(self);
    this.name = name;
    this.reads = reads;
    this.derivative = derivative;
    this.selfVersion = reads.self ? SavedTensor.version(self) : 0;
    this.self = reads.self ? SavedTensor.kept(self) : null;
  }

  @Override
  void save(Tensor value) {
    if (reads.result) {
      resultVersion = SavedTensor.version(value);
      result = SavedTensor.kept(value);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Tensor> savedTensors() {
    List<Tensor> tensors = new ArrayList<>(2);
    if (reads.self) {
      tensors.add(SavedTensor.check(self, selfVersion, next, nextOutput));
    }
    if (reads.result) {
      tensors.add(SavedTensor.checkResult(result, resultVersion, this, 0));
    }
    return tensors;
  }

  @Override
  @Nullable Tensor gradient(Tensor gradOutput) {
    Tensor operand =
        reads.self ? SavedTensor.check(self, selfVersion, next, nextOutput) : standIn(gradOutput);
    Tensor value =
        reads.result ? SavedTensor.checkResult(result, resultVersion, this, 0) : gradOutput;
    return derivative.apply(gradOutput, operand, value);
  }

  @Override
  protected void release() {
    self = null;
    result = null;
  }
}
