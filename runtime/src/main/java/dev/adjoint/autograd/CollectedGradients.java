package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Keeps the gradients of a node's inputs in an array instead of passing them on. */
final class CollectedGradients implements GradientSink {
  private final @Nullable Tensor[] gradients;
  private final GradientSink wanted;

  CollectedGradients(int inputs, GradientSink wanted) {
    this.gradients = new @Nullable Tensor[inputs];
    this.wanted = wanted;
  }

  @Override
  public boolean wants(int input) {
    return wanted.wants(input);
  }

  @Override
  public void accept(int input, @Nullable Tensor gradient) {
    gradients[input] = gradient;
  }

  @Nullable Tensor[] gradients() {
    return gradients;
  }
}
