package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** The gradients that a {@link DynamicCall} has for its inputs. For generated code. */
public final class DynamicGradients {
  private final TensorPack inputs;
  private final @Nullable Tensor[] gradients;

  DynamicGradients(TensorPack inputs, @Nullable Tensor[] gradients) {
    this.inputs = inputs;
    this.gradients = gradients;
  }

  /**
   * The gradient of an input that is one tensor.
   *
   * @param input the input's index
   * @return of the input's shape; zeros if the value does not depend on it
   */
  public Tensor of(int input) {
    Tensor gradient = gradients[inputs.start(input)];
    return gradient == null ? Tensor.zerosLike(inputs.tensor(input)) : gradient;
  }

  /**
   * The gradients of an input that is an array or a list.
   *
   * @param input the input's index
   * @return by position; what the value does not depend on has none
   */
  public GradientList all(int input) {
    GradientList all = new GradientList();
    for (int i = inputs.start(input); i < inputs.start(input + 1); i++) {
      all.set(i - inputs.start(input), gradients[i]);
    }
    return all;
  }
}
