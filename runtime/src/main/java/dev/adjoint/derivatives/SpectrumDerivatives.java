package dev.adjoint.derivatives;

import dev.adjoint.SvdResult;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of singular values and symmetric eigenvalues (Townsend, Differentiating the singular
 * value decomposition, 2016; Giles 2008). Where values coincide, their vectors have no derivative.
 */
public final class SpectrumDerivatives {
  private SpectrumDerivatives() {}

  /**
   * Of {@code linalg.eigh}: {@code V (F * V^T gradVectors + diag(gradValues)) V^T}, with {@code Fij
   * = 1 / (Lj - Li)} beside the diagonal, made symmetric.
   */
  public static Tensor eighA(
      @Nullable Tensor gradValues, @Nullable Tensor gradVectors, Tensor values, Tensor vectors) {
    Tensor inner =
        gradVectors == null
            ? Tensor.zerosLike(vectors)
            : vectors.mT().matmul(gradVectors).mul(inverseGaps(values));
    Tensor whole = gradValues == null ? inner : inner.add(gradValues.diagEmbed(0, -2, -1));
    Tensor gradient = vectors.matmul(whole).matmul(vectors.mT());
    return gradient.add(gradient.mT()).mul(0.5);
  }

  /** {@code 1 / (xj - xi)}, and zero on the diagonal. */
  private static Tensor inverseGaps(Tensor x) {
    Tensor one = Tensor.eye(x.size(-1), x.size(-1), x.dtype());
    Tensor gaps = x.unsqueeze(-2).sub(x.unsqueeze(-1));
    return gaps.add(one).reciprocal().sub(one);
  }

  /**
   * Of {@code linalg.svd}: {@code U (skew(U^T gradU) / E * S + S * skew(V^T gradV) / E +
   * diag(gradS)) V^T} with {@code Eij = Sj^2 - Si^2} and {@code skew(X) = X - X^T}, and what of
   * gradU and gradV leaves the spaces that U and V span. What completes the vectors to whole bases
   * has no gradient.
   */
  public static Tensor svdA(@Nullable Tensor[] gradients, SvdResult result) {
    Tensor s = result.s();
    long k = s.size(-1);
    Tensor u = result.u().narrow(-1, 0, k);
    Tensor vh = result.vh().narrow(-2, 0, k);
    Tensor gradU = gradients[0] == null ? null : gradients[0].narrow(-1, 0, k);
    Tensor gradS = gradients[1];
    Tensor gradVh = gradients[2] == null ? null : gradients[2].narrow(-2, 0, k);
    Tensor inner = (gradS == null ? Tensor.zerosLike(s) : gradS).diagEmbed(0, -2, -1);
    if (gradU != null) {
      Tensor turn = skew(u.mT().matmul(gradU)).mul(inverseGaps(s.square()));
      inner = inner.add(turn.mul(s.unsqueeze(-2)));
    }
    if (gradVh != null) {
      Tensor turn = skew(vh.matmul(gradVh.mT())).mul(inverseGaps(s.square()));
      inner = inner.add(turn.mul(s.unsqueeze(-1)));
    }
    Tensor gradient = u.matmul(inner).matmul(vh);
    gradient = outsideLeft(gradient, gradU, u, s, vh);
    return outsideRight(gradient, gradVh, u, s, vh);
  }

  private static Tensor outsideLeft(
      Tensor gradient, @Nullable Tensor gradU, Tensor u, Tensor s, Tensor vh) {
    if (gradU == null || u.size(-2) == u.size(-1)) {
      return gradient;
    }
    Tensor scaled = gradU.div(s.unsqueeze(-2));
    return gradient.add(scaled.sub(u.matmul(u.mT().matmul(scaled))).matmul(vh));
  }

  private static Tensor outsideRight(
      Tensor gradient, @Nullable Tensor gradVh, Tensor u, Tensor s, Tensor vh) {
    if (gradVh == null || vh.size(-2) == vh.size(-1)) {
      return gradient;
    }
    Tensor scaled = gradVh.div(s.unsqueeze(-1));
    return gradient.add(u.matmul(scaled.sub(scaled.matmul(vh.mT()).matmul(vh))));
  }

  private static Tensor skew(Tensor x) {
    return x.sub(x.mT());
  }
}
