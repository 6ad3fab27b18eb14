package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of pseudo-inverses (Golub, Pereyra, The differentiation of pseudo-inverses and
 * nonlinear least squares problems whose variables separate, 1973). They hold as long as the rank
 * does not change.
 */
public final class PseudoInverseDerivatives {
  private PseudoInverseDerivatives() {}

  /**
   * Of {@code linalg.pinv}, with X the result, G the gradient: {@code -X^T G X^T + (I - A X) G^T X
   * X^T + X^T X G^T (I - X A)}.
   */
  @DerivativeOf(
      type = Linalg.class,
      method = "pinv",
      parameters = {Tensor.class},
      wrt = "a")
  public static Tensor pinvA(Tensor gradOutput, Tensor a, Tensor result) {
    Tensor xt = result.mT();
    Tensor gt = gradOutput.mT();
    Tensor direct = xt.matmul(gradOutput).matmul(xt);
    Tensor left = gt.sub(a.matmul(result.matmul(gt))).matmul(result).matmul(xt);
    Tensor right = xt.matmul(result.matmul(gt.sub(gt.matmul(result).matmul(a))));
    return Operands.fit(left.add(right).sub(direct), a);
  }

  /** Of {@code pinverse}: as of {@code linalg.pinv}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "pinverse",
      parameters = {},
      wrt = "self")
  public static Tensor pinverseSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return pinvA(gradOutput, self, result);
  }

  /**
   * Of {@code linalg.lstsq}: through the pseudo-inverse P of the matrix, {@code P^T gradSolution}
   * for the right-hand side and that of P times it for the matrix; and, with the residual {@code R
   * = a X - b}, what {@code 2 R gradResiduals} gives.
   */
  public static Tensor lstsq(
      @Nullable Tensor gradSolution,
      @Nullable Tensor gradResiduals,
      Tensor a,
      Tensor b,
      Tensor solution,
      int input) {
    Tensor operand = input == 0 ? a : b;
    Tensor gradient = Tensor.zerosLike(operand);
    if (gradSolution != null) {
      Tensor inverse = Linalg.pinv(a);
      gradient =
          input == 0
              ? pinvA(gradSolution.matmul(b.mT()), a, inverse)
              : inverse.mT().matmul(gradSolution);
    }
    if (gradResiduals != null) {
      Tensor difference = a.matmul(solution).sub(b);
      Tensor scaled = difference.mul(gradResiduals.unsqueeze(-2)).mul(2.0);
      gradient = gradient.add(input == 0 ? scaled.matmul(solution.mT()) : scaled.neg());
    }
    return Operands.fit(gradient, operand);
  }
}
