package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of elements brought to other places. */
public final class ArrangementDerivatives {
  private ArrangementDerivatives() {}

  /** Of {@code rot90}: the gradient, turned back. */
  @DerivativeOf(type = Tensor.class, method = "rot90", wrt = "self")
  public static Tensor rot90Self(Tensor gradOutput, int k, int dim0, int dim1) {
    return gradOutput.rot90(-k, dim0, dim1);
  }

  /** Of {@code narrowCopy}: the gradient, zeros around it. */
  @DerivativeOf(type = Tensor.class, method = "narrowCopy", wrt = "self")
  public static Tensor narrowCopySelf(
      Tensor gradOutput, Tensor self, int dim, long start, long length) {
    Tensor gradient = Tensor.zeros(gradOutput.dtype(), self.shape());
    long first = start < 0 ? start + self.size(dim) : start;
    return gradient.sliceScatter(gradOutput, dim, first, first + length, 1);
  }
}
