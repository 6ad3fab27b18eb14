package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation with two tensor operands and one result. */
public final class BinaryNode extends Node {
  private final String name;
  private final Partial selfPartial;
  private final Partial otherPartial;
  private final @Nullable Node selfNext;
  private final @Nullable Node otherNext;
  private final int selfOutput;
  private final int otherOutput;
  private final Layout selfLayout;
  private final Layout otherLayout;
  private final DType selfType;
  private final DType otherType;
  private final int selfVersion;
  private final int otherVersion;
  private @Nullable Object self;
  private @Nullable Object other;
  private int resultVersion;
  private @Nullable Object result;

  /**
   * A node for an operation about to be, or just, computed.
   *
   * @param name the node's name, such as {@code MulBackward0}
   * @param selfPartial the derivative with respect to the first operand
   * @param otherPartial the derivative with respect to the second operand
   * @param self the first operand
   * @param other the second operand
   */
  public BinaryNode(
      String name, Partial selfPartial, Partial otherPartial, Tensor self, Tensor other) {
    this.name = name;
    this.selfPartial = selfPartial;
    this.otherPartial = otherPartial;
    this.selfNext = History.edge(self);
    this.otherNext = History.edge(other);
    this.selfOutput = History.outputNumber(self);
    this.otherOutput = History.outputNumber(other);
    this.selfLayout = self.layout();
    this.otherLayout = other.layout();
    this.selfType = self.dtype();
    this.otherType = other.dtype();
    boolean readsSelf = readsSelf();
    boolean readsOther = readsOther();
    this.selfVersion = readsSelf ? SavedTensor.version(self) : 0;
    this.otherVersion = readsOther ? SavedTensor.version(other) : 0;
    this.self = readsSelf ? SavedTensor.kept(self) : null;
    this.other = readsOther ? SavedTensor.kept(other) : null;
  }

  private boolean readsSelf() {
    return (selfNext != null && selfPartial.reads().self)
        || (otherNext != null && otherPartial.reads().self);
  }

  private boolean readsOther() {
    return (selfNext != null && selfPartial.reads().other)
        || (otherNext != null && otherPartial.reads().other);
  }

  private boolean readsResult() {
    return (selfNext != null && selfPartial.reads().result)
        || (otherNext != null && otherPartial.reads().result);
  }

  /**
   * Saves the result, where a derivative reads it, and puts this node behind it.
   *
   * @param result the result of the operation
   * @return {@code result}
   */
  public Tensor record(Tensor result) {
    saveResult(result);
    return Recording.attach(result, this);
  }

  /**
   * As {@link #record} for an operation that wrote its result over the first operand.
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
    if (readsResult()) {
      resultVersion = SavedTensor.version(value);
      result = SavedTensor.kept(value);
    }
  }

  /**
   * Replaces the saved first operand, about to be overwritten, by a copy of it.
   *
   * @param before the first operand
   */
  public void copySelfBeforeWriting(Tensor before) {
    if (self != null) {
      self = SavedTensor.kept(before.clone());
      // Backward refuses an operand that was overwritten, as PyTorch does; tangents need its value.
      other = DualLevel.isAnyOpen() && other == before ? self : other;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  protected int inputCount() {
    return 2;
  }

  @Override
  protected @Nullable Node nextNode(int input) {
    return input == 0 ? selfNext : otherNext;
  }

  @Override
  protected int nextOutput(int input) {
    return input == 0 ? selfOutput : otherOutput;
  }

  @Override
  Layout inputLayout(int input) {
    return input == 0 ? selfLayout : otherLayout;
  }

  @Override
  public List<Tensor> savedTensors() {
    List<Tensor> tensors = new ArrayList<>(3);
    if (readsSelf()) {
      tensors.add(SavedTensor.check(self, selfVersion, selfNext, selfOutput));
    }
    if (readsOther()) {
      tensors.add(SavedTensor.check(other, otherVersion, otherNext, otherOutput));
    }
    if (readsResult()) {
      tensors.add(SavedTensor.checkResult(result, resultVersion, this, 0));
    }
    return tensors;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    apply(gradOutputs[0], sink);
  }

  @Override
  protected void apply(@Nullable Tensor gradOutput, GradientSink sink) {
    if (gradOutput == null) {
      return;
    }
    if (sink.wants(0)) {
      sink.accept(0, gradient(selfPartial, gradOutput));
    }
    if (sink.wants(1)) {
      sink.accept(1, gradient(otherPartial, gradOutput));
    }
  }

  private @Nullable Tensor gradient(Partial partial, Tensor gradOutput) {
    Reads reads = partial.reads();
    Tensor first =
        reads.self
            ? SavedTensor.check(self, selfVersion, selfNext, selfOutput)
            : Operand.standIn(selfLayout, selfType, gradOutput);
    Tensor second =
        reads.other
            ? SavedTensor.check(other, otherVersion, otherNext, otherOutput)
            : Operand.standIn(otherLayout, otherType, gradOutput);
    Tensor value =
        reads.result ? SavedTensor.checkResult(result, resultVersion, this, 0) : gradOutput;
    return partial.derivative().apply(gradOutput, first, second, value);
  }

  @Override
  protected void release() {
    self = null;
    other = null;
    result = null;
  }
}
