package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of elementwise functions with a parameter. */
public final class ParameterisedDerivatives {

  private ParameterisedDerivatives() {}

  /** Of {@code polygamma}: {@code gradOutput * polygamma(n + 1, self)}. */
  @DerivativeOf(type = Tensor.class, method = "polygamma", wrt = "self")
  public static Tensor polygammaSelf(Tensor gradOutput, Tensor self, int n) {
    return gradOutput.mul(self.polygamma(n + 1));
  }

  /** Of {@code mvlgamma}: the sum of {@code digamma(self - j / 2)} for j from 0 to p - 1. */
  @DerivativeOf(type = Tensor.class, method = "mvlgamma", wrt = "self")
  public static Tensor mvlgammaSelf(Tensor gradOutput, Tensor self, int p) {
    Tensor sum = self.add(0.0).digamma(); // at a zero of either sign the limit from above
    for (int j = 1; j < p; j++) {
      sum = sum.add(self.sub(j / 2.0).digamma());
    }
    return gradOutput.mul(sum);
  }

  /** Of {@code logit}: {@code gradOutput / (self * (1 - self))}, 0 where the bounds hold. */
  @DerivativeOf(type = Tensor.class, method = "logit", wrt = "self")
  public static Tensor logitSelf(Tensor gradOutput, Tensor self, double eps) {
    double low = Double.isNaN(eps) ? 0 : eps;
    Tensor outside = self.lt(low).logicalOr(self.gt(1 - low));
    Tensor gradient = gradOutput.div(self.add(0.0).mul(self.rsub(1)));
    return gradient.maskedFill(outside, Double.isNaN(eps) ? Double.NaN : 0);
  }

  /** Of {@code nanToNum}: the gradient where the element is a number. */
  @DerivativeOf(type = Tensor.class, method = "nanToNum", wrt = "self")
  public static Tensor nanToNumSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.maskedFill(self.isfinite().logicalNot(), 0);
  }
}
