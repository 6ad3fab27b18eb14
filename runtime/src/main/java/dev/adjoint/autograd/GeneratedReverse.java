package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The reverse sweep that was generated for a method on tensors, on what its forward sweep left. For
 * generated code.
 */
@FunctionalInterface
public interface GeneratedReverse {

  /**
   * Computes the gradients of the inputs. Runs at most once, and nothing is recorded.
   *
   * @param gradOutput the gradient of the value
   * @return one gradient per input; null for inputs that have none
   * @throws Exception if the method declares a checked exception and throws it once more
   */
  @Nullable Tensor[] reverse(Tensor gradOutput) throws Exception;
}
