package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of products of vectors and matrices. */
public final class ProductDerivatives {
  private ProductDerivatives() {}

  /** Of a matrix product: {@code gradOutput mat2^T}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mm",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor mmSelf(Tensor gradOutput, Tensor mat2) {
    return gradOutput.mm(mat2.t());
  }

  /** Of a matrix product: {@code self^T gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mm",
      parameters = {Tensor.class},
      wrt = "mat2")
  public static Tensor mmMat2(Tensor gradOutput, Tensor self) {
    return self.t().mm(gradOutput);
  }

  /** Of a matrix and a vector: the outer product {@code gradOutput vec^T}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mv",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor mvSelf(Tensor gradOutput, Tensor vec) {
    return gradOutput.unsqueeze(1).mul(vec.unsqueeze(0));
  }

  /** Of a matrix and a vector: {@code self^T gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mv",
      parameters = {Tensor.class},
      wrt = "vec")
  public static Tensor mvVec(Tensor gradOutput, Tensor self) {
    return self.t().mv(gradOutput);
  }

  /** Of an inner product: {@code gradOutput * other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "dot",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor dotSelf(Tensor gradOutput, Tensor other) {
    return gradOutput.mul(other);
  }

  /** Of an inner product: {@code gradOutput * self}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "dot",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor dotOther(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self);
  }

  /** Of products of batches: {@code gradOutput mat2^T} for each. */
  @DerivativeOf(
      type = Tensor.class,
      method = "bmm",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor bmmSelf(Tensor gradOutput, Tensor mat2) {
    return gradOutput.bmm(mat2.transpose(1, 2));
  }

  /** Of products of batches: {@code self^T gradOutput} for each. */
  @DerivativeOf(
      type = Tensor.class,
      method = "bmm",
      parameters = {Tensor.class},
      wrt = "mat2")
  public static Tensor bmmMat2(Tensor gradOutput, Tensor self) {
    return self.transpose(1, 2).bmm(gradOutput);
  }

  /** Of a product of any ranks: {@code gradOutput other^T}, summed over broadcast batches. */
  @DerivativeOf(
      type = Tensor.class,
      method = "matmul",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor matmulSelf(Tensor gradOutput, Tensor self, Tensor other) {
    if (other.dim() == 1) {
      Tensor column = self.dim() == 1 ? gradOutput : gradOutput.unsqueeze(-1);
      return Operands.fit(column.mul(other), self);
    }
    if (self.dim() == 1) {
      Tensor row = gradOutput.unsqueeze(-2);
      return Operands.fit(row.matmul(other.transpose(-1, -2)).squeeze(-2), self);
    }
    return Operands.fit(gradOutput.matmul(other.transpose(-1, -2)), self);
  }

  /** Of a product of any ranks: {@code self^T gradOutput}, summed over broadcast batches. */
  @DerivativeOf(
      type = Tensor.class,
      method = "matmul",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor matmulOther(Tensor gradOutput, Tensor self, Tensor other) {
    if (self.dim() == 1) {
      Tensor row = other.dim() == 1 ? gradOutput : gradOutput.unsqueeze(-2);
      Tensor factor = other.dim() == 1 ? self : self.unsqueeze(-1);
      return Operands.fit(factor.mul(row), other);
    }
    if (other.dim() == 1) {
      Tensor column = gradOutput.unsqueeze(-1);
      return Operands.fit(self.transpose(-1, -2).matmul(column).squeeze(-1), other);
    }
    return Operands.fit(self.transpose(-1, -2).matmul(gradOutput), other);
  }
}
