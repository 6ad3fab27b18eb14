package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** The gradients that a {@link DynamicCall} has for its inputs. For generated code. */
public final class DynamicGradients {
  private final Tensor[] inputs;
  private final @Nullable Tensor[] gradients;

  DynamicGradients(Tensor[] inputs, @Nullable Tensor[] gradients) {
    this.inputs = inputs;
    this.gradients = gradients;
  }

  /**
   * The gradient of an input.
   *
   * @param input the input's index
   * @return of the input's shape; zeros if the value does not depend on it
   */
  public Tensor of(int input) {
    Tensor gradient = gradients[input];
    return gradient == null ? Tensor.zerosLike(inputs[input]) : gradient;
  }
}
