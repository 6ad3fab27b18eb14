package dev.adjoint;

import org.jspecify.annotations.Nullable;

/**
 * An operation with a derivative of one's own, and one result. Constants go to the constructor; an
 * object may be applied more than once.
 *
 * <pre>{@code
 * final class MulConstant extends Function {
 *   private final double constant;
 *
 *   MulConstant(double constant) {
 *     this.constant = constant;
 *   }
 *
 *   @Override
 *   protected Tensor forward(Context ctx, Tensor... inputs) {
 *     return inputs[0].mul(constant);
 *   }
 *
 *   @Override
 *   protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
 *     return new Tensor[] {gradOutputs[0].mul(constant)};
 *   }
 * }
 *
 * Tensor b = new MulConstant(5).apply(a); // grad_fn=<MulConstantBackward>
 * }</pre>
 *
 * <p>{@link MultiFunction} is the form with several results.
 */
public abstract class Function {

  /** For subclasses. */
  protected Function() {}

  /**
   * Computes the result; gradients are off.
   *
   * @param ctx keeps what backward needs
   * @param inputs the inputs of {@link #apply}
   * @return the result
   */
  protected abstract Tensor forward(Context ctx, Tensor... inputs);

  /**
   * Computes the gradients of the inputs; recorded if the caller asked for a differentiable
   * gradient.
   *
   * @param ctx what forward kept
   * @param gradOutputs the gradient of the result, as the only element
   * @return one gradient per input; null for inputs that have none
   * @throws UnsupportedOperationException unless overridden
   */
  protected @Nullable Tensor @Nullable [] backward(Context ctx, Tensor... gradOutputs) {
    throw FunctionCall.missingBackward();
  }

  /**
   * Computes the tangent of the result in forward mode; gradients are on if they were for the call.
   * Unless overridden it follows from {@link #backward}, which then has to be composed of
   * differentiable operations.
   *
   * @param ctx what forward kept
   * @param tangents one per input; zeros, or null after {@link Context#setMaterializeGrads}, for
   *     inputs without one
   * @return the tangent of the result, or null for zero
   */
  protected @Nullable Tensor jvp(Context ctx, Tensor... tangents) {
    return ctx.transposed(0);
  }

  /**
   * Applies the function, recorded as one node named after the class.
   *
   * @param inputs the inputs
   * @return the result
   */
  public final Tensor apply(Tensor... inputs) {
    UserFunction parts =
        new UserFunction(
            getClass().getSimpleName(),
            ctx -> new Tensor[] {forward(ctx, inputs)},
            this::backward,
            (ctx, tangents) -> new @Nullable Tensor[] {jvp(ctx, tangents)});
    return FunctionCall.apply(parts, inputs)[0];
  }
}
