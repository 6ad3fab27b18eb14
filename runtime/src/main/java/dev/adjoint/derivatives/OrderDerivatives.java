package dev.adjoint.derivatives;

import dev.adjoint.Tensor;

/** Derivatives of elements picked by their order among all. */
public final class OrderDerivatives {

  private OrderDerivatives() {}

  /** Of one element of all: the gradient at its place. */
  public static Tensor pickedSelf(Tensor gradOutput, Tensor self, Tensor place) {
    Tensor flat = Tensor.zeros(gradOutput.dtype(), self.numel());
    return flat.scatterAdd(0, place, gradOutput.reshape(1)).reshape(self.shape());
  }
}
