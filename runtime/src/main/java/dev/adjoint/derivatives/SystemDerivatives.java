package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import dev.adjoint.ops.LinearSystems;

/** Derivatives of the solutions of linear systems (Giles 2008). */
public final class SystemDerivatives {
  private SystemDerivatives() {}

  /** Of {@code linalg.solve}: the system of the transposed matrix solved for the gradient. */
  public static Tensor solveB(Tensor gradOutput, Tensor a, Tensor b, boolean left) {
    boolean vector = LinearSystems.isVector(a, b);
    Tensor inner = adjoint(gradOutput, a, vector, left);
    return Operands.fit(vector ? inner.squeeze(-1) : inner, b);
  }

  /**
   * Of {@code linalg.solve}, with X the result and G the system of the transposed matrix solved for
   * the gradient: {@code -G X^T}, from the right {@code -X^T G}.
   */
  public static Tensor solveA(Tensor gradOutput, Tensor a, Tensor b, boolean left, Tensor result) {
    boolean vector = LinearSystems.isVector(a, b);
    Tensor inner = adjoint(gradOutput, a, vector, left);
    Tensor solution = vector ? result.unsqueeze(-1) : result;
    return Operands.fit(product(inner, solution, left), a);
  }

  private static Tensor adjoint(Tensor gradOutput, Tensor a, boolean vector, boolean left) {
    Tensor gradient = vector ? gradOutput.unsqueeze(-1) : gradOutput;
    return Linalg.solveEx(a.mT(), gradient, left, false).result();
  }

  private static Tensor product(Tensor inner, Tensor solution, boolean left) {
    return (left ? inner.matmul(solution.mT()) : solution.mT().matmul(inner)).neg();
  }

  /** Of {@code linalg.solve}: {@code a^-T gradOutput}. */
  @DerivativeOf(
      type = Linalg.class,
      method = "solve",
      parameters = {Tensor.class, Tensor.class},
      wrt = "b")
  public static Tensor solveB(Tensor gradOutput, Tensor a, Tensor b) {
    return solveB(gradOutput, a, b, true);
  }

  /** Of {@code linalg.solve}: {@code -(a^-T gradOutput) result^T}. */
  @DerivativeOf(
      type = Linalg.class,
      method = "solve",
      parameters = {Tensor.class, Tensor.class},
      wrt = "a")
  public static Tensor solveA(Tensor gradOutput, Tensor a, Tensor b, Tensor result) {
    return solveA(gradOutput, a, b, true, result);
  }

  /** Of {@code linalg.solve_triangular}: the transposed system solved for the gradient. */
  @DerivativeOf(
      type = Linalg.class,
      method = "solveTriangular",
      parameters = {Tensor.class, Tensor.class, boolean.class, boolean.class, boolean.class},
      wrt = "b")
  public static Tensor solveTriangularB(
      Tensor gradOutput, Tensor a, Tensor b, boolean upper, boolean left, boolean unitriangular) {
    Tensor inner = Linalg.solveTriangular(a.mT(), gradOutput, !upper, left, unitriangular);
    return Operands.fit(inner, b);
  }

  /**
   * Of {@code linalg.solve_triangular}, with X the result and G the transposed system solved for
   * the gradient: the triangle of {@code -G X^T}, from the right of {@code -X^T G}, without the
   * diagonal where that counts as ones.
   */
  @DerivativeOf(
      type = Linalg.class,
      method = "solveTriangular",
      parameters = {Tensor.class, Tensor.class, boolean.class, boolean.class, boolean.class},
      wrt = "a")
  public static Tensor solveTriangularA(
      Tensor gradOutput,
      Tensor a,
      Tensor result,
      boolean upper,
      boolean left,
      boolean unitriangular) {
    Tensor inner = Linalg.solveTriangular(a.mT(), gradOutput, !upper, left, unitriangular);
    Tensor whole = product(inner, result, left);
    int inset = unitriangular ? 1 : 0;
    return Operands.fit(upper ? whole.triu(inset) : whole.tril(-inset), a);
  }
}
