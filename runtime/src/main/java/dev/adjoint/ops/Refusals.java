package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;

/** Values that cannot be differentiated any further. */
public final class Refusals {
  private Refusals() {}

  /** The same values; backward through them fails. */
  public static Tensor once(String operation, Tensor gradient) {
    Tensor result = Conversions.detach(gradient);
    return Recording.isNeeded(gradient)
        ? Recording.attach(result, new RefusingNode(operation, gradient))
        : result;
  }
}
