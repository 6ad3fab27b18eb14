package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    return stretched.mul(self.isnan().logicalNot().to(gradOutput.dtype()));
  }

  /** Of the smallest and the largest elements together: the sum of both gradients. */
  public static Tensor aminmaxSelf(
      @Nullable Tensor[] gradOutputs, Tensor[] saved, int[] dim, boolean keepdim) {
    Tensor ofMin =
        gradOutputs[0] == null
            ? null
            : extremeSelf(gradOutputs[0], saved[0], saved[1], dim, keepdim);
    Tensor ofMax =
        gradOutputs[1] == null
            ? null
            : extremeSelf(gradOutputs[1], saved[0], saved[2], dim, keepdim);
    if (ofMin == null || ofMax == null) {
      return ofMin == null ? Objects.requireNonNull(ofMax) : ofMin;
    }
    return ofMin.add(ofMax);
  }
}
