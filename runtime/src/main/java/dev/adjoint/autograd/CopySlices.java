package dev.adjoint.autograd;

import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The history of a tensor after an in-place change of a view of it: outside the view gradients pass
 * unchanged, inside they go through the wrapped operation.
 */
final class CopySlices extends Node {
  private final @Nullable Node baseNext;
  private final int baseOutput;
  private final Layout baseLayout;
  private final int storageSize;
  private final long[] shape;
  private final long[] strides;
  private final long offset;
  private final Node operation;

  CopySlices(Tensor base, Tensor view, Node operation) {
    this.baseNext = History.edge(base);
    this.baseOutput = History.outputNumber(base);
    this.baseLayout = base.layout();
    this.storageSize = base.storage().size();
    this.shape = view.shape();
    this.strides = view.strides();
    this.offset = view.storageOffset();
    this.operation = operation;
  }

  @Override
  public String name() {
    return "torch::autograd::CopySlices";
  }

  @Override
  protected int inputCount() {
    return operation.inputCount();
  }

  @Override
  protected @Nullable Node nextNode(int input) {
    return input == 0 ? baseNext : operation.nextNode(input);
  }

  @Override
  protected int nextOutput(int input) {
    return input == 0 ? baseOutput : operation.nextOutput(input);
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    Tensor gradOutput = gradOutputs[0];
    if (gradOutput == null) {
      return;
    }
    Storage storage = Storage.allocate(gradOutput.dtype(), storageSize);
    Tensor gradBase = new Tensor(storage, baseLayout).copy_(gradOutput);
    Tensor gradView = gradBase.asStrided(shape, strides, offset);
    CollectedGradients inner = new CollectedGradients(inputCount(), sink::wants);
    operation.apply(gradView.clone(), inner);
    @Nullable Tensor[] gradients = inner.gradients();
    for (int i = 1; i < gradients.length; i++) {
      sink.accept(i, gradients[i]);
    }
    if (sink.wants(0)) {
      Tensor through = gradients[0];
      sink.accept(0, overwritten(gradBase, gradView, through));
    }
  }

  private static Tensor overwritten(Tensor gradBase, Tensor gradView, @Nullable Tensor through) {
    if (through == null) {
      gradView.zero_();
    } else {
      gradView.copy_(through);
    }
    return gradBase;
  }

  @Override
  protected void release() {
    operation.release();
  }
}
