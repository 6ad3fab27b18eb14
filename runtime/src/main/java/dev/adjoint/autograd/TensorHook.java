package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** A function run on the gradient of a tensor once it is complete. */
@FunctionalInterface
public interface TensorHook {

  /**
   * Sees, and may replace, the gradient.
   *
   * @param grad the gradient; not to be changed in place
   * @return a replacement of the same shape, or null to leave it
   */
  @Nullable Tensor apply(Tensor grad);
}
