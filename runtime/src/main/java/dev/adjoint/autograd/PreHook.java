package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** A function run on the gradients of a node's outputs before the node uses them. */
@FunctionalInterface
public interface PreHook {

  /**
   * Sees, and may replace, the gradients of the outputs.
   *
   * @param gradOutputs one per output; null where none arrived
   * @return replacements of the same number, or null to leave them
   */
  @Nullable Tensor @Nullable [] apply(@Nullable Tensor[] gradOutputs);
}
