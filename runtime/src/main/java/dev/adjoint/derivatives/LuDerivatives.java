package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import dev.adjoint.ops.LuFactorisations;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of triangular factors, and of what is solved with them (de Hoog, Anderssen, Lukas,
 * Differentiation of matrix functionals using triangular factorization, 2011).
 */
public final class LuDerivatives {
  private LuDerivatives() {}

  /** Of {@code linalg.lu_factor}: as of {@code linalg.lu}, the triangles of the gradient apart. */
  public static Tensor factorA(Tensor gradOutput, Tensor lu, Tensor pivots) {
    long rows = lu.size(-2);
    long k = Math.min(rows, lu.size(-1));
    return luA(
        gradOutput.narrow(-1, 0, k).tril(-1),
        gradOutput.narrow(-2, 0, k).triu(0),
        LuFactorisations.lower(lu),
        LuFactorisations.upper(lu),
        LuFactorisations.permutation(pivots, rows, lu.dtype()));
  }

  /**
   * Of {@code linalg.lu} of a square matrix: {@code P L^-T (tril(L^T gradL, -1) + triu(gradU U^T))
   * U^-T}; of others the same for their square part, corrected for the rest.
   */
  public static Tensor luA(
      @Nullable Tensor gradL, @Nullable Tensor gradU, Tensor l, Tensor u, Tensor p) {
    Tensor lower = gradL == null ? Tensor.zerosLike(l) : gradL;
    Tensor upper = gradU == null ? Tensor.zerosLike(u) : gradU;
    boolean wide = u.size(-1) > u.size(-2);
    return p.matmul(wide ? ofWide(lower, upper, l, u) : ofTall(lower, upper, l, u));
  }

  private static Tensor ofWide(Tensor gradL, Tensor gradU, Tensor l, Tensor u) {
    long k = u.size(-2);
    long rest = u.size(-1) - k;
    Tensor corner = u.narrow(-1, 0, k);
    Tensor gradRest = gradU.narrow(-1, k, rest);
    Tensor below = l.mT().matmul(gradL).sub(gradRest.matmul(u.narrow(-1, k, rest).mT())).tril(-1);
    Tensor above = gradU.narrow(-1, 0, k).matmul(corner.mT()).triu(0);
    Tensor inner = Linalg.solveTriangular(corner.mT(), below.add(above), false, false, false);
    Tensor both = Tensor.cat(new Tensor[] {inner, gradRest}, -1);
    return Linalg.solveTriangular(l.mT(), both, true, true, true);
  }

  private static Tensor ofTall(Tensor gradL, Tensor gradU, Tensor l, Tensor u) {
    long k = l.size(-1);
    long rest = l.size(-2) - k;
    Tensor corner = l.narrow(-2, 0, k);
    Tensor gradRest = gradL.narrow(-2, k, rest);
    Tensor below = corner.mT().matmul(gradL.narrow(-2, 0, k)).tril(-1);
    Tensor above = gradU.matmul(u.mT()).sub(l.narrow(-2, k, rest).mT().matmul(gradRest)).triu(0);
    Tensor inner = Linalg.solveTriangular(corner.mT(), below.add(above), true, true, true);
    Tensor both = Tensor.cat(new Tensor[] {inner, gradRest}, -2);
    return Linalg.solveTriangular(u.mT(), both, false, false, false);
  }

  /** Of {@code linalg.lu_solve}: the system of the transposed matrix solved for the gradient. */
  @DerivativeOf(
      type = Linalg.class,
      method = "luSolve",
      parameters = {Tensor.class, Tensor.class, Tensor.class, boolean.class, boolean.class},
      wrt = "b")
  public static Tensor solveB(
      Tensor gradOutput, Tensor lu, Tensor pivots, Tensor b, boolean left, boolean adjoint) {
    return Operands.fit(Linalg.luSolve(lu, pivots, gradOutput, left, !adjoint), b);
  }

  /**
   * Of {@code linalg.lu_solve}, with X the result and G the transposed system solved for the
   * gradient: {@code M = -P^T G X^T} is the gradient of the product of the factors, which gives
   * {@code tril(M U^T, -1) + triu(L^T M)}. From the right, or transposed, M changes accordingly.
   */
  @DerivativeOf(
      type = Linalg.class,
      method = "luSolve",
      parameters = {Tensor.class, Tensor.class, Tensor.class, boolean.class, boolean.class},
      wrt = "lu")
  public static Tensor solveLu(
      Tensor gradOutput, Tensor lu, Tensor pivots, boolean left, boolean adjoint, Tensor result) {
    Tensor inner = Linalg.luSolve(lu, pivots, gradOutput, left, !adjoint);
    Tensor product = left ? inner.matmul(result.mT()) : result.mT().matmul(inner);
    Tensor whole = adjoint ? product.mT() : product;
    Tensor p = LuFactorisations.permutation(pivots, lu.size(-1), lu.dtype());
    Tensor factors = p.mT().matmul(whole).neg();
    Tensor below = factors.matmul(LuFactorisations.upper(lu).mT()).tril(-1);
    Tensor above = LuFactorisations.lower(lu).mT().matmul(factors).triu(0);
    return Operands.fit(below.add(above), lu);
  }
}
