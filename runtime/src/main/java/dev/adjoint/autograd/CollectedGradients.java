package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Keeps the gradients of a node's inputs in an array instead of passing them on. */
final class CollectedGradients implements GradientSink {
  private final @Nullable Tensor[] gradients;
  private final IntPredicate wanted;

  CollectedGradients(int inputs, IntPredicate wanted) {
    this.gradients = new @Nullable Tensor[inputs];
    this.wanted = wanted;
  }

  @Override
  public boolean wants(int input) {
    return wanted.test(input);
  }

  @Override
  public void accept(int input, @Nullable Tensor gradient) {
    gradients[input] = gradient;
  }

  @Nullable Tensor[] gradients() {
    return gradients;
  }
}
