package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.ExponentialSumDerivatives;
import dev.adjoint.ops.Formula.Saves;

/** Logarithms of sums of exponentials over dimensions. */
public final class ExponentialSums {

  private ExponentialSums() {}

  /** The logarithm of the sum of the exponentials. */
  public static Tensor logsumexp(Tensor self, int[] dim, boolean keepdim) {
    return new Formula(
            "LogsumexpBackward0",
            Saves.ALL,
            in -> logarithms(in[0].to(Promotion.floating(in[0].dtype())), dim, keepdim),
            (g, saved, input) ->
                ExponentialSumDerivatives.logsumexpSelf(g[0], saved[0], saved[1], dim, keepdim))
        .apply(self);
  }

  /** Shifts by the largest exponent, so that nothing overflows. */
  private static Tensor logarithms(Tensor self, int[] dim, boolean keepdim) {
    if (self.numel() == 0) {
      return self.exp().sum(dim, keepdim).log();
    }
    Tensor largest = Extrema.amax(self, dim, true);
    Tensor shift = largest.maskedFill(largest.isfinite().logicalNot(), 0);
    Tensor sum = self.sub(shift).exp().sum(dim, true).log().add(shift);
    return keepdim ? sum : sum.sum(dim, false);
  }
}
