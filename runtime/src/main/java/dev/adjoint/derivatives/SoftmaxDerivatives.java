package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;

/** Derivatives of normalised exponentials. */
public final class SoftmaxDerivatives {
  private SoftmaxDerivatives() {}

  /** Of softmax: {@code result * (gradOutput - sum(gradOutput * result))}. */
  @DerivativeOf(
      type = Functional.class,
      method = "softmax",
      parameters = {Tensor.class, int.class},
      wrt = "input")
  public static Tensor softmaxInput(Tensor gradOutput, Tensor result, int dim) {
    Tensor weighted = gradOutput.mul(result);
    return weighted.sub(result.mul(weighted.sum(dim, true)));
  }

  /** Of its logarithm: {@code gradOutput - exp(result) * sum(gradOutput)}. */
  @DerivativeOf(
      type = Functional.class,
      method = "logSoftmax",
      parameters = {Tensor.class, int.class},
      wrt = "input")
  public static Tensor logSoftmaxInput(Tensor gradOutput, Tensor result, int dim) {
    return gradOutput.sub(result.exp().mul(gradOutput.sum(dim, true)));
  }

  /** Of softmax, called on the tensor. */
  @DerivativeOf(
      type = Tensor.class,
      method = "softmax",
      parameters = {int.class},
      wrt = "self")
  public static Tensor softmaxSelf(Tensor gradOutput, Tensor result, int dim) {
    return softmaxInput(gradOutput, result, dim);
  }

  /** Of its logarithm, called on the tensor. */
  @DerivativeOf(
      type = Tensor.class,
      method = "logSoftmax",
      parameters = {int.class},
      wrt = "self")
  public static Tensor logSoftmaxSelf(Tensor gradOutput, Tensor result, int dim) {
    return logSoftmaxInput(gradOutput, result, dim);
  }
}
