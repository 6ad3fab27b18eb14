package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of extremes over dimensions and of sums that leave NaN out. */
public final class SummaryDerivatives {

  private SummaryDerivatives() {}

  /**
   * Of {@code amax} and {@code amin}: the gradient, shared evenly by all that attain the result.
   */
  public static Tensor extremeSelf(
      Tensor gradOutput, Tensor self, Tensor result, int[] dim, boolean keepdim) {
    Tensor extreme = ReductionDerivatives.kept(result, self, dim, keepdim);
    Tensor gradient = ReductionDerivatives.kept(gradOutput, self, dim, keepdim);
    Tensor attained = self.eq(extreme).to(self.dtype());
    return gradient.mul(attained).div(attained.sum(dim, true));
  }

  /** Of {@code nansum}: the gradient where there is a number. */
  @DerivativeOf(type = Tensor.class, method = "nansum", wrt = "self")
  public static Tensor nansumSelf(Tensor gradOutput, Tensor self, int[] dim, boolean keepdim) {
    Tensor stretched = ReductionDerivatives.sumSelf(gradOutput, self, dim, keepdim);
    return stretched.maskedFill(self.isnan(), 0);
  }
}
