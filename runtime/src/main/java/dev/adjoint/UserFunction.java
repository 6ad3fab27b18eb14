package dev.adjoint;

import org.jspecify.annotations.Nullable;

/**
 * What a user wrote of a function, whether it has one result or several.
 *
 * @param name the name of the class
 * @param forward from inputs to results
 * @param backward from gradients of the results to gradients of the inputs
 * @param jvp from tangents of the inputs to tangents of the results
 */
record UserFunction(String name, Forward forward, Backward backward, Jvp jvp) {

  @FunctionalInterface
  interface Forward {
    Tensor[] run(Context ctx);
  }

  @FunctionalInterface
  interface Backward {
    @Nullable Tensor @Nullable [] run(Context ctx, Tensor... gradOutputs);
  }

  @FunctionalInterface
  interface Jvp {
    @Nullable Tensor[] run(Context ctx, Tensor... tangents);
  }
}
