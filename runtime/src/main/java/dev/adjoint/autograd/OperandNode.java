package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import org.jspecify.annotations.Nullable;

/**
 * An operation with one tensor operand and one result: what is known of the operand without its
 * values.
 */
public abstract class OperandNode extends Node {
  final @Nullable Node next;
  final int nextOutput;
  private final Layout layout;
  private final DType dtype;

  OperandNode(Tensor self) {
    this.next = History.edge(self);
    this.nextOutput = History.outputNumber(self);
    this.layout = self.layout();
    this.dtype = self.dtype();
  }

  /**
   * Puts this node behind the result of its operation; saves that, if the derivative reads it.
   *
   * @param result the result of the operation
   * @return {@code result}
   */
  public final Tensor record(Tensor result) {
    save(result);
    return Recording.attach(result, this);
  }

  /**
   * As {@link #record} for an operation that wrote its result over the operand.
   *
   * @param written the changed operand
   * @return {@code written}
   */
  public final Tensor recordInPlace(Tensor written) {
    save(written);
    Recording.rebase(written, this);
    return written;
  }

  /** Keeps the result, where the derivative reads it. */
  abstract void save(Tensor result);

  /** In place of the operand's values where the derivative does not read them. */
  final Tensor standIn(Tensor gradOutput) {
    return Operand.standIn(layout, dtype, gradOutput);
  }

  @Override
  protected int inputCount() {
    return 1;
  }

  @Override
  final int edgeCount() {
    return 1;
  }

  @Override
  protected final @Nullable Node nextNode(int input) {
    return input == 0 ? next : null;
  }

  @Override
  protected final int nextOutput(int input) {
    return input == 0 ? nextOutput : 0;
  }

  @Override
  final @Nullable Layout inputLayout(int input) {
    return input == 0 ? layout : null;
  }

  @Override
  protected final void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    apply(gradOutputs[0], sink);
  }

  @Override
  protected final void apply(@Nullable Tensor gradOutput, GradientSink sink) {
    if (gradOutput != null && sink.wants(0)) {
      sink.accept(0, gradient(gradOutput));
    }
  }

  /** The gradient of the operand. */
  abstract @Nullable Tensor gradient(Tensor gradOutput);
}
