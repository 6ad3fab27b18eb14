package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;

/**
 * Derivatives of triangular factors of positive definite matrices, and of what is solved with them.
 */
public final class CholeskyDerivatives {
  private CholeskyDerivatives() {}

  /**
   * Of {@code linalg.cholesky_ex}, with L the factor: {@code L^-T phi(L^T gradOutput) L^-1}, where
   * phi keeps the lower triangle and halves the diagonal, made symmetric (Giles, An extended
   * collection of matrix derivative results, 2008).
   */
  public static Tensor factorA(Tensor gradOutput, Tensor result, boolean upper) {
    Tensor l = upper ? result.mT() : result;
    Tensor inner = l.mT().matmul(upper ? gradOutput.mT() : gradOutput).tril(0);
    Tensor phi = inner.add(inner.tril(-1).mT()).mul(0.5);
    Tensor half = Linalg.solveTriangular(l.mT(), phi, true);
    return Linalg.solveTriangular(l, half, false, false, false);
  }

  /** Of {@code cholesky}: as of {@code linalg.cholesky}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "cholesky",
      parameters = {boolean.class},
      wrt = "self")
  public static Tensor choleskySelf(Tensor gradOutput, Tensor result, boolean upper) {
    return factorA(gradOutput, result, upper);
  }

  /**
   * Of {@code linalg.cholesky}: {@code L^-T phi(L^T gradOutput) L^-1} made symmetric, where phi
   * keeps the lower triangle and halves the diagonal (Giles 2008).
   */
  @DerivativeOf(
      type = Linalg.class,
      method = "cholesky",
      parameters = {Tensor.class},
      wrt = "a")
  public static Tensor choleskyA(Tensor gradOutput, Tensor result) {
    return factorA(gradOutput, result, false);
  }

  /**
   * Of the inverse from a factor L: {@code -X (gradOutput + gradOutput^T) X L}, with X the result;
   * both triangles get a gradient.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "choleskyInverse",
      parameters = {boolean.class},
      wrt = "self")
  public static Tensor inverseSelf(Tensor gradOutput, Tensor self, boolean upper, Tensor result) {
    Tensor inner = result.matmul(gradOutput.add(gradOutput.mT())).matmul(result);
    return (upper ? self.matmul(inner) : inner.matmul(self)).neg();
  }

  /** Of a solution: the same system solved for the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "choleskySolve",
      parameters = {Tensor.class, boolean.class},
      wrt = "self")
  public static Tensor solveSelf(Tensor gradOutput, Tensor self, Tensor factor, boolean upper) {
    return Operands.fit(gradOutput.choleskySolve(factor, upper), self);
  }

  /**
   * Of a solution X for the factor L: {@code -(G X^T + X G^T) L}, with G the same system solved for
   * the gradient; both triangles get a gradient.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "choleskySolve",
      parameters = {Tensor.class, boolean.class},
      wrt = "factor")
  public static Tensor solveFactor(Tensor gradOutput, Tensor factor, boolean upper, Tensor result) {
    Tensor product = gradOutput.choleskySolve(factor, upper).matmul(result.mT());
    Tensor inner = product.add(product.mT());
    return Operands.fit((upper ? factor.matmul(inner) : inner.matmul(factor)).neg(), factor);
  }
}
