package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of running sums and products: sums that run the other way. */
public final class AccumulationDerivatives {

  /** A logarithm of nothing that stays a number. */
  private static final double LOWEST = -1e30;

  private AccumulationDerivatives() {}

  /** Of {@code cumsum}: the running sum of the gradient from the end. */
  @DerivativeOf(type = Tensor.class, method = "cumsum", wrt = "self")
  public static Tensor cumsumSelf(Tensor gradOutput, int dim) {
    return fromTheEnd(gradOutput, dim);
  }

  private static Tensor fromTheEnd(Tensor tensor, int dim) {
    return tensor.flip(dim).cumsum(dim).flip(dim);
  }

  /** Of {@code cumprod}: each product over the element, summed from the end. */
  @DerivativeOf(type = Tensor.class, method = "cumprod", wrt = "self")
  public static Tensor cumprodSelf(Tensor gradOutput, Tensor self, Tensor result, int dim) {
    if (self.dim() == 0 || self.numel() == 0) {
      return gradOutput;
    }
    if (self.eq(0).any().itemBoolean()) {
      return withZeros(gradOutput, self, dim);
    }
    return fromTheEnd(gradOutput.mul(result), dim).div(self);
  }

  /** Leaves each element out in turn, because it cannot be divided out. */
  private static Tensor withZeros(Tensor gradOutput, Tensor self, int dim) {
    int size = (int) self.size(dim);
    Tensor ones = Tensor.onesLike(self.narrow(dim, 0, 1));
    Tensor[] parts = new Tensor[size];
    for (int k = 0; k < size; k++) {
      Tensor before = k == 0 ? ones : self.narrow(dim, 0, k).prod(dim, true);
      Tensor after =
          Tensor.cat(new Tensor[] {ones, self.narrow(dim, k + 1, size - k - 1)}, dim).cumprod(dim);
      Tensor share = gradOutput.narrow(dim, k, size - k).mul(after).sum(dim, true);
      parts[k] = before.mul(share);
    }
    return Tensor.cat(parts, dim);
  }

  /** Of {@code logcumsumexp}: each element's share of the sums it takes part in. */
  @DerivativeOf(type = Tensor.class, method = "logcumsumexp", wrt = "self")
  public static Tensor logcumsumexpSelf(Tensor gradOutput, Tensor self, Tensor result, int dim) {
    if (self.dim() == 0 || self.numel() == 0) {
      return gradOutput;
    }
    Tensor positive = weighted(gradOutput.clampMin(0), self, result, dim);
    Tensor negative = weighted(gradOutput.neg().clampMin(0), self, result, dim);
    return positive.sub(negative);
  }

  /** Sums in logarithms, so that distant exponents do not overflow. */
  private static Tensor weighted(Tensor gradient, Tensor self, Tensor result, int dim) {
    Tensor absent = gradient.eq(0);
    Tensor log = gradient.maskedFill(absent, 1).log().sub(result).maskedFill(absent, LOWEST);
    return log.flip(dim).logcumsumexp(dim).flip(dim).add(self).exp();
  }
}
