package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Derivatives of inverses and determinants (Giles 2008). */
public final class InverseDerivatives {
  private InverseDerivatives() {}

  /** Of {@code linalg.inv}, with X the result: {@code -X^T gradOutput X^T}. */
  @DerivativeOf(type = Linalg.class, method = "inv", wrt = "a")
  public static Tensor invA(Tensor gradOutput, Tensor result) {
    Tensor transposed = result.mT();
    return transposed.matmul(gradOutput).matmul(transposed).neg();
  }

  /** Of {@code inverse}: as of {@code linalg.inv}. */
  @DerivativeOf(type = Tensor.class, method = "inverse", wrt = "self")
  public static Tensor inverseSelf(Tensor gradOutput, Tensor result) {
    return invA(gradOutput, result);
  }

  /**
   * Of {@code linalg.det}: {@code gradOutput} times the cofactors, which are {@code result a^-T}
   * where a is not singular. PyTorch gives zero where the determinant is exactly zero.
   */
  @DerivativeOf(type = Linalg.class, method = "det", wrt = "a")
  public static Tensor detA(Tensor gradOutput, Tensor a, Tensor result) {
    return perMatrix(gradOutput).mul(cofactors(a, result));
  }

  /** Of {@code det}: as of {@code linalg.det}. */
  @DerivativeOf(type = Tensor.class, method = "det", wrt = "self")
  public static Tensor detSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return detA(gradOutput, self, result);
  }

  /** Of {@code logdet}: {@code gradOutput self^-T}. */
  @DerivativeOf(type = Tensor.class, method = "logdet", wrt = "self")
  public static Tensor logdetSelf(Tensor gradOutput, Tensor self) {
    return perMatrix(gradOutput).mul(Linalg.invEx(self, false).inverse().mT());
  }

  /** Of {@code linalg.slogdet}: {@code gradLogabsdet a^-T}; the sign has no gradient. */
  public static @Nullable Tensor slogdetA(@Nullable Tensor gradLogabsdet, Tensor a) {
    return gradLogabsdet == null ? null : logdetSelf(gradLogabsdet, a);
  }

  private static Tensor perMatrix(Tensor gradient) {
    return gradient.unsqueeze(-1).unsqueeze(-1);
  }

  /** Matrices without inverse, and small ones, get theirs without one. */
  private static Tensor cofactors(Tensor a, Tensor det) {
    if (a.size(-1) <= 2) {
      return adjugate(a).mT();
    }
    Tensor singular = perMatrix(det.detach().eq(0));
    if (!singular.any().itemBoolean()) {
      return perMatrix(det).mul(Linalg.inv(a).mT());
    }
    Tensor one = Tensor.eye(a.size(-1), a.size(-1), a.dtype());
    Tensor regular = Linalg.invEx(Tensor.where(singular, one, a), false).inverse();
    return Tensor.where(singular, adjugate(a).mT(), perMatrix(det).mul(regular.mT()));
  }

  /** By the recursion of Faddeev and Le Verrier, which divides by integers only. */
  private static Tensor adjugate(Tensor a) {
    int n = (int) a.size(-1);
    Tensor one = Tensor.eye(n, n, a.dtype());
    Tensor adjugate = one.expand(a.shape());
    for (int k = 1; k < n; k++) {
      Tensor product = a.matmul(adjugate);
      Tensor trace = perMatrix(product.diagonal(0, -2, -1).sum(-1, false));
      adjugate = product.sub(one.mul(trace.div((double) k)));
    }
    return n % 2 == 1 ? adjugate : adjugate.neg();
  }
}
