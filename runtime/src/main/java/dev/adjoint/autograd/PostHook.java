package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** A function run after a node has computed the gradients of its inputs. */
@FunctionalInterface
public interface PostHook {

  /**
   * Sees the gradients on both sides, and may replace those of the inputs.
   *
   * @param gradInputs one per input; null where there is none
   * @param gradOutputs one per output; null where none arrived
   * @return replacements for the gradients of the inputs, or null to leave them
   */
  @Nullable Tensor @Nullable [] apply(
      @Nullable Tensor[] gradInputs, @Nullable Tensor[] gradOutputs);
}
