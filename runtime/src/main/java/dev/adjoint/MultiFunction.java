package dev.adjoint;

import org.jspecify.annotations.Nullable;

/** As {@link Function}, with several results. */
public abstract class MultiFunction {

  /** For subclasses. */
  protected MultiFunction() {}

  /**
   * Computes the results; gradients are off.
   *
   * @param ctx keeps what backward needs
   * @param inputs the inputs of {@link #apply}
   * @return the results
   */
  protected abstract Tensor[] forward(Context ctx, Tensor... inputs);

  /**
   * Computes the gradients of the inputs; recorded if the caller asked for a differentiable
   * gradient.
   *
   * @param ctx what forward kept
   * @param gradOutputs one gradient per result; zeros for results that were not used
   * @return one gradient per input; null for inputs that have none
   * @throws UnsupportedOperationException unless overridden
   */
  protected @Nullable Tensor @Nullable [] backward(Context ctx, Tensor... gradOutputs) {
    throw FunctionCall.missingBackward();
  }

  /**
   * Computes the tangents of the results in forward mode; see {@link Function#jvp}.
   *
   * @param ctx what forward kept
   * @param tangents one per input; zeros, or null after {@link Context#setMaterializeGrads}, for
   *     inputs without one
   * @return one tangent per result, null for zero
   */
  protected @Nullable Tensor[] jvp(Context ctx, Tensor... tangents) {
    return ctx.transposed();
  }

  /**
   * Applies the function, recorded as one node named after the class.
   *
   * @param inputs the inputs
   * @return the results
   */
  public final Tensor[] apply(Tensor... inputs) {
    UserFunction parts =
        new UserFunction(
            getClass().getSimpleName(), ctx -> forward(ctx, inputs), this::backward, this::jvp);
    return FunctionCall.apply(parts, inputs);
  }
}
