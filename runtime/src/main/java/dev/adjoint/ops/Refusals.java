package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;
import org.jspecify.annotations.Nullable;

/** Values that cannot be differentiated any further, and operands that have no derivative. */
public final class Refusals {
  private Refusals() {}

  /** The same values; backward through them fails. */
  public static Tensor once(String operation, Tensor gradient) {
    Tensor result = Conversions.detach(gradient);
    return Recording.isNeeded(gradient)
        ? Recording.attach(result, new RefusingNode(operation, gradient))
        : result;
  }

  /** Refuses an operand that asks for a gradient which its operation does not give it. */
  static void requireConstant(String operation, String name, @Nullable Tensor operand) {
    if (operand != null && GradMode.isEnabled() && operand.requiresGrad()) {
      throw new IllegalArgumentException(
          "The function '%s' is not differentiable with respect to argument '%s'. This input cannot have requires_grad True."
              .formatted(operation, name));
    }
  }
}
