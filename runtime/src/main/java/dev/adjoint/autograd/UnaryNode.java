package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation with one tensor operand and one result. Numbers next to the tensor count as operands
 * without an edge where PyTorch counts them.
 */
public final class UnaryNode extends Node {
  private final String name;
  private final int operands;
  private final Reads reads;
  private final UnaryDerivative derivative;
  private final @Nullable Node next;
  private final int nextOutput;
  private final Layout layout;
  private final DType dtype;
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
    this(name, reads, derivative, self, 1);
  }

  /**
   * A node for an operation on a tensor and numbers.
   *
   * @param name the node's name, such as {@code MulBackward0}
   * @param reads which values the derivative reads
   * @param derivative the gradient of the operand
   * @param self the operand
   * @param operands the number of operands, counting the tensor
   */
  public UnaryNode(
      String name, Reads reads, UnaryDerivative derivative, Tensor self, int operands) {
    this.name = name;
    this.operands = operands;
    this.reads = reads;
    this.derivative = derivative;
    this.next = History.edge(self);
    this.nextOutput = History.outputNumber(self);
    this.layout = self.layout();
    this.dtype = self.dtype();
    this.selfVersion = reads.self ? SavedTensor.version(self) : 0;
    this.self = reads.self ? SavedTensor.kept(self) : null;
  }

  /**
   * Saves the result, where the derivative reads it, and puts this node behind it.
   *
   * @param result the result of the operation
   * @return {@code result}
   */
  public Tensor record(Tensor result) {
    saveResult(result);
    return Recording.attach(result, this);
  }

  /**
   * As {@link #record} for an operation that wrote its result over an operand.
   *
   * @param written the changed operand
   * @return {@code written}
   */
  public Tensor recordInPlace(Tensor written) {
    saveResult(written);
    Recording.rebase(written, this);
    return written;
  }

  private void saveResult(Tensor value) {
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
  protected int inputCount() {
    return operands;
  }

  @Override
  protected @Nullable Node nextNode(int input) {
    return input == 0 ? next : null;
  }

  @Override
  protected int nextOutput(int input) {
    return input == 0 ? nextOutput : 0;
  }

  @Override
  @Nullable Layout inputLayout(int input) {
    return input == 0 ? layout : null;
  }

  @Override
  public List<Tensor> savedTensors() {
    List<Tensor> tensors = new ArrayList<>(2);
    if (reads.self) {
      tensors.add(SavedTensor.check(self, selfVersion, next, nextOutput));
    }
    if (reads.result) {
      tensors.add(SavedTensor.check(result, resultVersion, this, 0));
    }
    return tensors;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    apply(gradOutputs[0], sink);
  }

  @Override
  protected void apply(@Nullable Tensor gradOutput, GradientSink sink) {
    if (gradOutput == null || !sink.wants(0)) {
      return;
    }
    Tensor operand =
        reads.self
            ? SavedTensor.check(self, selfVersion, next, nextOutput)
            : Operand.standIn(layout, dtype, gradOutput);
    Tensor value = reads.result ? SavedTensor.check(result, resultVersion, this, 0) : gradOutput;
    sink.accept(0, derivative.apply(gradOutput, operand, value));
  }

  @Override
  protected void release() {
    self = null;
    result = null;
  }
}
