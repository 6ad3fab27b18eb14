package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** The gradient of an operation's only tensor operand. */
@FunctionalInterface
public interface UnaryDerivative {

  /**
   * Computes the gradient.
   *
   * @param gradOutput the gradient of the result
   * @param self the operand; without values unless {@link Reads} names it
   * @param result the result; the gradient itself unless {@link Reads} names it
   * @return the gradient of the operand, or null for none
   */
  @Nullable Tensor apply(Tensor gradOutput, Tensor self, Tensor result);
}
