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
   */
  protected abstract @Nullable Tensor @Nullable [] backward(Context ctx, Tensor... gradOutputs);

  /**
   * Applies the function, recorded as one node named after the class.
   *
   * @param inputs the inputs
   * @return the result
   */
  public final Tensor apply(Tensor... inputs) {
    return FunctionCall.apply(
        getClass().getSimpleName(),
        inputs,
        ctx -> new Tensor[] {forward(ctx, inputs)},
        this::backward)[0];
  }
}
