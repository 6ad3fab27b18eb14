package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of logarithms of sums of exponentials. */
public final class ExponentialSumDerivatives {

  private ExponentialSumDerivatives() {}

  /** Of {@code logsumexp}: the gradient times each exponential's share of the sum. */
  @DerivativeOf(
      type = Tensor.class,
      method = "logsumexp",
      parameters = {int[].class, boolean.class},
      wrt = "self")
  public static Tensor logsumexpSelf(
      Tensor gradOutput, Tensor self, Tensor result, int[] dim, boolean keepdim) {
    Tensor gradient = ReductionDerivatives.kept(gradOutput, self, dim, keepdim);
    Tensor sum = ReductionDerivatives.kept(result, self, dim, keepdim);
    return gradient.mul(self.sub(sum).exp());
  }
}
