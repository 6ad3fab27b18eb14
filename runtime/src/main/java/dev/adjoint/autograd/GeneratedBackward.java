package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** The backward method that was generated for a method on tensors. For generated code. */
@FunctionalInterface
public interface GeneratedBackward {

  /**
   * Computes the gradients of the inputs, by differentiable operations on its arguments.
   *
   * @param gradOutput the gradient of the value
   * @param inputs the inputs of the forward call
   * @return one gradient per input; null for inputs that have none
   * @throws Exception if the method declares a checked exception and throws it once more
   */
  @Nullable Tensor[] backward(Tensor gradOutput, @Nullable Tensor[] inputs) throws Exception;
}
