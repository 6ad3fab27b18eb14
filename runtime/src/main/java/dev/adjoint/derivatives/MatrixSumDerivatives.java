package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of weighted sums of a tensor and a product, {@code beta self + alpha product}. */
public final class MatrixSumDerivatives {
  private MatrixSumDerivatives() {}

  /** Of what is added to a product: the gradient, weighted and summed where it was broadcast. */
  public static Tensor addend(Tensor gradOutput, double beta, long... shape) {
    return scaled(gradOutput.sumToSize(shape), beta);
  }

  private static Tensor scaled(Tensor gradient, double factor) {
    return factor == 1 ? gradient : gradient.mul(factor);
  }

  /** Of {@code addmm}: {@code beta * gradOutput}, summed where it was broadcast. */
  @DerivativeOf(type = Tensor.class, method = "addmm", wrt = "self")
  public static Tensor addmmSelf(Tensor gradOutput, Tensor self, double beta) {
    return addend(gradOutput, beta, self.shape());
  }

  /** Of {@code addmm}: {@code alpha * gradOutput mat2^T}. */
  @DerivativeOf(type = Tensor.class, method = "addmm", wrt = "mat1")
  public static Tensor addmmMat1(Tensor gradOutput, Tensor mat2, double alpha) {
    return scaled(gradOutput.mm(mat2.t()), alpha);
  }

  /** Of {@code addmm}: {@code alpha * mat1^T gradOutput}. */
  @DerivativeOf(type = Tensor.class, method = "addmm", wrt = "mat2")
  public static Tensor addmmMat2(Tensor gradOutput, Tensor mat1, double alpha) {
    return scaled(mat1.t().mm(gradOutput), alpha);
  }

  /** Of {@code addmv}: {@code beta * gradOutput}, summed where it was broadcast. */
  @DerivativeOf(type = Tensor.class, method = "addmv", wrt = "self")
  public static Tensor addmvSelf(Tensor gradOutput, Tensor self, double beta) {
    return addend(gradOutput, beta, self.shape());
  }

  /** Of {@code addmv}: {@code alpha * gradOutput vec^T}. */
  @DerivativeOf(type = Tensor.class, method = "addmv", wrt = "mat")
  public static Tensor addmvMat(Tensor gradOutput, Tensor vec, double alpha) {
    return scaled(gradOutput.outer(vec), alpha);
  }

  /** Of {@code addmv}: {@code alpha * mat^T gradOutput}. */
  @DerivativeOf(type = Tensor.class, method = "addmv", wrt = "vec")
  public static Tensor addmvVec(Tensor gradOutput, Tensor mat, double alpha) {
    return scaled(mat.t().mv(gradOutput), alpha);
  }

  /** Of {@code addr}: {@code beta * gradOutput}, summed where it was broadcast. */
  @DerivativeOf(type = Tensor.class, method = "addr", wrt = "self")
  public static Tensor addrSelf(Tensor gradOutput, Tensor self, double beta) {
    return addend(gradOutput, beta, self.shape());
  }

  /** Of {@code addr}: {@code alpha * gradOutput vec2}. */
  @DerivativeOf(type = Tensor.class, method = "addr", wrt = "vec1")
  public static Tensor addrVec1(Tensor gradOutput, Tensor vec2, double alpha) {
    return scaled(gradOutput.mv(vec2), alpha);
  }

  /** Of {@code addr}: {@code alpha * gradOutput^T vec1}. */
  @DerivativeOf(type = Tensor.class, method = "addr", wrt = "vec2")
  public static Tensor addrVec2(Tensor gradOutput, Tensor vec1, double alpha) {
    return scaled(gradOutput.t().mv(vec1), alpha);
  }

  /** Of {@code addbmm}: {@code beta * gradOutput}, summed where it was broadcast. */
  @DerivativeOf(type = Tensor.class, method = "addbmm", wrt = "self")
  public static Tensor addbmmSelf(Tensor gradOutput, Tensor self, double beta) {
    return addend(gradOutput, beta, self.shape());
  }

  /** Of {@code addbmm}: {@code alpha * gradOutput batch2^T}, for each of the batch. */
  @DerivativeOf(type = Tensor.class, method = "addbmm", wrt = "batch1")
  public static Tensor addbmmBatch1(Tensor gradOutput, Tensor batch2, double alpha) {
    return baddbmmBatch1(each(gradOutput, batch2), batch2, alpha);
  }

  /** Of {@code addbmm}: {@code alpha * batch1^T gradOutput}, for each of the batch. */
  @DerivativeOf(type = Tensor.class, method = "addbmm", wrt = "batch2")
  public static Tensor addbmmBatch2(Tensor gradOutput, Tensor batch1, double alpha) {
    return baddbmmBatch2(each(gradOutput, batch1), batch1, alpha);
  }

  private static Tensor each(Tensor gradOutput, Tensor batch) {
    return gradOutput.unsqueeze(0).expand(batch.size(0), gradOutput.size(0), gradOutput.size(1));
  }

  /** Of {@code baddbmm}: {@code beta * gradOutput}, summed where it was broadcast. */
  @DerivativeOf(type = Tensor.class, method = "baddbmm", wrt = "self")
  public static Tensor baddbmmSelf(Tensor gradOutput, Tensor self, double beta) {
    return addend(gradOutput, beta, self.shape());
  }

  /** Of {@code baddbmm}: {@code alpha * gradOutput batch2^T}. */
  @DerivativeOf(type = Tensor.class, method = "baddbmm", wrt = "batch1")
  public static Tensor baddbmmBatch1(Tensor gradOutput, Tensor batch2, double alpha) {
    return scaled(gradOutput.bmm(batch2.transpose(1, 2)), alpha);
  }

  /** Of {@code baddbmm}: {@code alpha * batch1^T gradOutput}. */
  @DerivativeOf(type = Tensor.class, method = "baddbmm", wrt = "batch2")
  public static Tensor baddbmmBatch2(Tensor gradOutput, Tensor batch1, double alpha) {
    return scaled(batch1.transpose(1, 2).bmm(gradOutput), alpha);
  }
}
