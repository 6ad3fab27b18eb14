package dev.adjoint;

import dev.adjoint.ops.Inverses;
import dev.adjoint.ops.LeastSquares;
import dev.adjoint.ops.LinearSystems;
import dev.adjoint.ops.LuFactorisations;
import dev.adjoint.ops.PseudoInverses;
import dev.adjoint.ops.TensorEquations;
import org.jspecify.annotations.Nullable;

/** Inverses, determinants and systems of equations, for {@link Linalg}. */
abstract sealed class LinalgSystems extends LinalgFactorisations permits LinalgNorms {
  /**
   * The inverse. Derivative: {@code -X^T gradOutput X^T}, with X the result.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @return matrices of the same shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  public static Tensor inv(Tensor a) {
    return Inverses.inverse(a);
  }

  /**
   * The inverse, where there is one. Derivative: as of {@link #inv}.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param checkErrors whether a singular matrix is an error
   * @return inverses and whether they are any
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular, and that is asked for
   */
  public static InverseResult invEx(Tensor a, boolean checkErrors) {
    return Inverses.inverseEx(a, checkErrors);
  }

  /**
   * The determinant. Derivative: {@code gradOutput} times the cofactors, of singular matrices too.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @return {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor det(Tensor a) {
    return Inverses.det(a);
  }

  /**
   * Sign and logarithm of the determinant. Derivative: {@code a^-T} times the gradient of the
   * logarithm.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @return two tensors {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static SlogdetResult slogdet(Tensor a) {
    return Inverses.slogdet(a);
  }

  /**
   * The solution of {@code A X = B}; leading dimensions broadcast. Derivative: with G the solution
   * of {@code A^T G = gradOutput}, {@code -G X^T} and {@code G}.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param b the right-hand side: matrices, or a vector for each matrix
   * @return a tensor of the shape of {@code b}, broadcast
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  public static Tensor solve(Tensor a, Tensor b) {
    return LinearSystems.solve(a, b, true);
  }

  /**
   * The solution of a system; leading dimensions broadcast. Derivative: as of {@link #solve(Tensor,
   * Tensor)}.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param b the right-hand side: matrices, or a vector for each matrix
   * @param left whether the matrix stands left of the unknown; else {@code X A = B} is solved
   * @return a tensor of the shape of {@code b}, broadcast
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  public static Tensor solve(Tensor a, Tensor b, boolean left) {
    return LinearSystems.solve(a, b, left);
  }

  /**
   * The solution of a system, where there is one. Derivative: as of {@link #solve(Tensor, Tensor)}.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param b the right-hand side: matrices, or a vector for each matrix
   * @param left whether the matrix stands left of the unknown; else {@code X A = B} is solved
   * @param checkErrors whether a singular matrix is an error
   * @return the solution and whether it is one
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular, and that is asked for
   */
  public static SolveResult solveEx(Tensor a, Tensor b, boolean left, boolean checkErrors) {
    return LinearSystems.solveEx(a, b, left, checkErrors);
  }

  /**
   * The solution of {@code A X = B} with triangular A; the other triangle is not read. Derivative:
   * as of {@link #solve(Tensor, Tensor)}, the triangle of it.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param b the right-hand side, matrices
   * @param upper whether the triangle is the upper one
   * @return a tensor of the shape of {@code b}, broadcast; infinities where the diagonal is zero
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor solveTriangular(Tensor a, Tensor b, boolean upper) {
    return LinearSystems.solveTriangular(a, b, upper, true, false);
  }

  /**
   * The solution of a triangular system. Derivative: as of {@link #solveTriangular(Tensor, Tensor,
   * boolean)}.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param b the right-hand side, matrices
   * @param upper whether the triangle is the upper one
   * @param left whether the matrix stands left of the unknown; else {@code X A = B} is solved
   * @param unitriangular whether the diagonal counts as ones
   * @return a tensor of the shape of {@code b}, broadcast; infinities where the diagonal is zero
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor solveTriangular(
      Tensor a, Tensor b, boolean upper, boolean left, boolean unitriangular) {
    return LinearSystems.solveTriangular(a, b, upper, left, unitriangular);
  }

  /**
   * The solution of systems whose matrices are given by their factors. Derivative: as of {@link
   * #solve(Tensor, Tensor)}, by the factors.
   *
   * @param lu both factors, as {@link #luFactor} returns them
   * @param pivots row exchanges, as {@link #luFactor} returns them
   * @param b the right-hand side, matrices
   * @param left whether the matrix stands left of the unknown; else {@code X A = B} is solved
   * @param adjoint whether the matrix is transposed
   * @return a tensor of the shape of {@code b}, broadcast
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor luSolve(Tensor lu, Tensor pivots, Tensor b, boolean left, boolean adjoint) {
    return LuFactorisations.solve(lu, pivots, b, left, adjoint);
  }

  /**
   * The pseudo-inverse. Derivative: at constant rank, see {@code docs/rules.md}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return {@code (..., m, n)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static Tensor pinv(Tensor a) {
    return PseudoInverses.pinv(a, null, null, false);
  }

  /**
   * The pseudo-inverse. Derivative: as of {@link #pinv(Tensor)}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param rcond singular values up to so many times the largest count as zero
   * @return {@code (..., m, n)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static Tensor pinv(Tensor a, double rcond) {
    return PseudoInverses.pinv(a, null, Tensor.tensor(rcond, DType.FLOAT64), false);
  }

  /**
   * The pseudo-inverse. Derivative: as of {@link #pinv(Tensor)}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param atol singular values up to it count as zero; null for 0
   * @param rtol the same relative to the largest; null for the default, which is 0 if {@code atol}
   *     is given
   * @param hermitian whether the matrices are symmetric; then one triangle is read
   * @return {@code (..., m, n)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static Tensor pinv(
      Tensor a, @Nullable Tensor atol, @Nullable Tensor rtol, boolean hermitian) {
    return PseudoInverses.pinv(a, atol, rtol, hermitian);
  }

  /**
   * Least squares solutions. Derivative: through the pseudo-inverse.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param b the right-hand side: matrices, or a vector for each matrix
   * @return solution, residuals and rank
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static LstsqResult lstsq(Tensor a, Tensor b) {
    return LeastSquares.lstsq(a, b, null, "gelsy");
  }

  /**
   * Least squares solutions. Derivative: through the pseudo-inverse.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param b the right-hand side: matrices, or a vector for each matrix
   * @param rcond singular values up to so many times the largest count as zero; null for the
   *     default
   * @param driver {@code gelsy}, {@code gels} for matrices of full rank, {@code gelsd} or {@code
   *     gelss}
   * @return solution, residuals, rank and singular values; which, depends on the driver
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static LstsqResult lstsq(Tensor a, Tensor b, @Nullable Double rcond, String driver) {
    return LeastSquares.lstsq(a, b, rcond, driver);
  }

  /**
   * The inverse of a tensor as a linear map from its last dimensions to its first. Derivative: as
   * of {@link #inv}.
   *
   * @param a a tensor whose first and whose other sizes have the same product
   * @param ind how many dimensions are the first
   * @return a tensor with the last dimensions first
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  public static Tensor tensorinv(Tensor a, int ind) {
    return TensorEquations.inverse(a, ind);
  }

  /**
   * The x with {@code tensordot(a, x) = b}. Derivative: as of {@link #solve(Tensor, Tensor)}.
   *
   * @param a a tensor whose first dimensions are those of {@code b}
   * @param b the right-hand side
   * @return a tensor of the other dimensions of {@code a}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  public static Tensor tensorsolve(Tensor a, Tensor b) {
    return TensorEquations.solve(a, b, null);
  }

  /**
   * The x with {@code tensordot(a, x) = b}. Derivative: as of {@link #solve(Tensor, Tensor)}.
   *
   * @param a a tensor
   * @param b the right-hand side
   * @param dims dimensions of {@code a} that are moved to its end before
   * @return a tensor of the last dimensions of {@code a}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  public static Tensor tensorsolve(Tensor a, Tensor b, int[] dims) {
    return TensorEquations.solve(a, b, dims);
  }
}
