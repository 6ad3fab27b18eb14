package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of products of elements: the product of all others. */
public final class MultiplicationDerivatives {

  private MultiplicationDerivatives() {}

  /** Of the product of all elements: {@code gradOutput} times the product of all others. */
  @DerivativeOf(
      type = Tensor.class,
      method = "prod",
      parameters = {},
      wrt = "self")
  public static Tensor prodSelf(Tensor gradOutput, Tensor self, Tensor result) {
    if (self.dim() == 0) {
      return gradOutput;
    }
    Tensor flat = self.reshape(-1);
    return prodSelf(gradOutput, flat, result, 0, false).reshape(self.shape());
  }

  /** Of products along a dimension: {@code gradOutput} times the product of all others in it. */
  @DerivativeOf(
      type = Tensor.class,
      method = "prod",
      parameters = {int.class, boolean.class},
      wrt = "self")
  public static Tensor prodSelf(
      Tensor gradOutput, Tensor self, Tensor result, int dim, boolean keepdim) {
    if (self.dim() == 0) {
      return gradOutput;
    }
    Tensor gradient = keepdim ? gradOutput : gradOutput.unsqueeze(dim);
    if (self.eq(0).any().itemBoolean()) {
      return gradient.mul(others(self, dim));
    }
    Tensor product = keepdim ? result : result.unsqueeze(dim);
    return gradient.mul(product.div(self));
  }

  /** The product of all before times that of all behind, because zeros cannot be divided out. */
  private static Tensor others(Tensor self, int dim) {
    Tensor ones = Tensor.onesLike(self.narrow(dim, 0, 1));
    long rest = self.size(dim) - 1;
    Tensor before = joined(dim, ones, self.narrow(dim, 0, rest)).cumprod(dim);
    Tensor behind = joined(dim, ones, self.narrow(dim, 1, rest).flip(dim)).cumprod(dim);
    return before.mul(behind.flip(dim));
  }

  private static Tensor joined(int dim, Tensor first, Tensor second) {
    return Tensor.cat(new Tensor[] {first, second}, dim);
  }
}
