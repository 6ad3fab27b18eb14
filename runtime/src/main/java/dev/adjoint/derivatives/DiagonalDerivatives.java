package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of diagonals and triangles: the gradient at their places. */
public final class DiagonalDerivatives {

  private DiagonalDerivatives() {}

  /** Of {@code diagonal}: the gradient on the diagonal, zero elsewhere. */
  @DerivativeOf(
      type = Tensor.class,
      method = "diagonal",
      parameters = {int.class, int.class, int.class},
      wrt = "self")
  public static Tensor diagonalSelf(
      Tensor gradOutput, Tensor self, int offset, int dim1, int dim2) {
    Tensor gradient = Tensor.zeros(gradOutput.dtype(), self.shape());
    gradient.diagonal(offset, dim1, dim2).copy_(gradOutput);
    return gradient;
  }

  /** Of {@code trace}: the gradient along the diagonal. */
  @DerivativeOf(type = Tensor.class, method = "trace", wrt = "self")
  public static Tensor traceSelf(Tensor gradOutput, Tensor self) {
    return Tensor.eye(self.size(0), self.size(1), gradOutput.dtype()).mul(gradOutput);
  }

  /** Of {@code diagEmbed}: the diagonal of the gradient. */
  @DerivativeOf(type = Tensor.class, method = "diagEmbed", wrt = "self")
  public static Tensor diagEmbedSelf(Tensor gradOutput, int offset, int dim1, int dim2) {
    return gradOutput.diagonal(offset, dim1, dim2);
  }

  /** Of {@code tril} and {@code triu}: the same triangle of the gradient. */
  public static Tensor triangleSelf(Tensor gradOutput, int diagonal, boolean lower) {
    return lower ? gradOutput.tril(diagonal) : gradOutput.triu(diagonal);
  }
}
