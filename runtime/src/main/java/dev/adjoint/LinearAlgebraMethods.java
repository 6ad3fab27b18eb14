package dev.adjoint;

import dev.adjoint.ops.CholeskyFactors;
import dev.adjoint.ops.Inverses;
import dev.adjoint.ops.LuFactorisations;
import dev.adjoint.ops.MatrixFunctions;
import dev.adjoint.ops.MatrixNorms;
import dev.adjoint.ops.QrFactorisations;
import dev.adjoint.ops.Reflections;
import dev.adjoint.ops.Spectra;
import dev.adjoint.ops.TensorEquations;

/**
 * Linear algebra of square and other matrices, the last two dimensions of a tensor; {@link Linalg}
 * has more.
 */
public sealed interface LinearAlgebraMethods permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The determinant. Derivative: {@code gradOutput} times the cofactors.
   *
   * @return {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor det() {
    return Inverses.det(self());
  }

  /**
   * The logarithm of the determinant, NaN where that is negative. Derivative: {@code gradOutput
   * this^-T}.
   *
   * @return {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor logdet() {
    return Inverses.logdet(self());
  }

  /**
   * Sign and logarithm of the determinant. Derivative: as of {@link #logdet}.
   *
   * @return two tensors {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default SlogdetResult slogdet() {
    return Inverses.slogdet(self());
  }

  /**
   * The inverse. Derivative: {@code -X^T gradOutput X^T}, with X the result.
   *
   * @return matrices of the same shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  default Tensor inverse() {
    return Inverses.inverse(self());
  }

  /**
   * The pseudo-inverse. Derivative: as of {@link Linalg#pinv(Tensor)}.
   *
   * @return {@code (..., m, n)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor pinverse() {
    return Linalg.pinv(self(), 1e-15);
  }

  /**
   * The pseudo-inverse. Derivative: as of {@link Linalg#pinv(Tensor)}.
   *
   * @param rcond singular values up to so many times the largest count as zero
   * @return {@code (..., m, n)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor pinverse(double rcond) {
    return Linalg.pinv(self(), rcond);
  }

  /**
   * The lower triangular factor of positive definite matrices. Derivative: as of {@link
   * Linalg#cholesky(Tensor)}.
   *
   * @return lower triangles
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is not positive definite
   */
  default Tensor cholesky() {
    return CholeskyFactors.cholesky("cholesky", self(), false);
  }

  /**
   * The triangular factor of positive definite matrices. Derivative: as of {@link
   * Linalg#cholesky(Tensor)}.
   *
   * @param upper whether the upper triangle is read, and returned; else the lower one
   * @return triangles
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is not positive definite
   */
  default Tensor cholesky(boolean upper) {
    return CholeskyFactors.cholesky("cholesky", self(), upper);
  }

  /**
   * The inverse of the matrix that this triangular factor belongs to. Derivative: {@code -X
   * (gradOutput + gradOutput^T) X this}, with X the result.
   *
   * @param upper whether this is the upper factor
   * @return symmetric matrices
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor choleskyInverse(boolean upper) {
    return CholeskyFactors.inverse(self(), upper);
  }

  /**
   * The solution of systems with this right-hand side, whose matrices are given by their triangular
   * factors. Derivative: as of {@link Linalg#solve(Tensor, Tensor)}, by the factor.
   *
   * @param factor triangles, {@code (..., n, n)}
   * @param upper whether they are the upper factors
   * @return a tensor of this shape, broadcast
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor choleskySolve(Tensor factor, boolean upper) {
    return CholeskyFactors.solve(self(), factor, upper);
  }

  /**
   * The solution of systems with this right-hand side, whose matrices are given by their factors.
   * Derivative: as of {@link Linalg#luSolve}.
   *
   * @param luData both factors in one matrix
   * @param luPivots row exchanges
   * @return a tensor of this shape, broadcast
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor luSolve(Tensor luData, Tensor luPivots) {
    return LuFactorisations.solve(luData, luPivots, self(), true, false);
  }

  /**
   * An orthogonal and a triangular factor of the smaller size. Derivative: as of {@link
   * Linalg#qr(Tensor)}.
   *
   * @return factors whose product is this
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default QrResult qr() {
    return QrFactorisations.qr(self(), "reduced");
  }

  /**
   * An orthogonal and a triangular factor. Derivative: as of {@link Linalg#qr(Tensor)}.
   *
   * @param some whether of the smaller size; else Q is square
   * @return factors whose product is this
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default QrResult qr(boolean some) {
    return QrFactorisations.qr(self(), some ? "reduced" : "complete");
  }

  /**
   * A triangular factor and the reflections that lead to it, as LAPACK packs them. Has no
   * derivative.
   *
   * @return what {@link Linalg#householderProduct} and {@link #ormqr} take
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default GeqrfResult geqrf() {
    return QrFactorisations.geqrf(self());
  }

  /**
   * The product of the reflections in this matrix. Derivative: as of {@link
   * Linalg#householderProduct}.
   *
   * @param tau the factors of the reflections
   * @return a tensor of this shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor orgqr(Tensor tau) {
    return Reflections.product(self(), tau);
  }

  /**
   * The product of the reflections in this matrix, times a matrix. Derivative: composed, one
   * reflection after the other.
   *
   * @param tau the factors of the reflections
   * @param other matrices
   * @param left whether the product stands left of them
   * @param transpose whether it is transposed
   * @return a tensor of the shape of {@code other}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor ormqr(Tensor tau, Tensor other, boolean left, boolean transpose) {
    return Reflections.multiply(self(), tau, other, left, transpose);
  }

  /**
   * Singular values and vectors; V is transposed, as in {@link Linalg#svd(Tensor)}. Derivative: as
   * there.
   *
   * @return factors whose product is this
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  default SvdResult svd() {
    return Spectra.svd(self(), false);
  }

  /**
   * Singular values and vectors; V is transposed, as in {@link Linalg#svd(Tensor)}. Derivative: as
   * there.
   *
   * @param some whether without what completes the vectors to whole bases
   * @return factors whose product is this
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  default SvdResult svd(boolean some) {
    return Spectra.svd(self(), !some);
  }

  /**
   * This matrix times itself; for negative powers the inverse. Derivative: of the products.
   *
   * @param n the power; 0 gives the identity
   * @return matrices of the same shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular and the power negative
   */
  default Tensor matrixPower(long n) {
    return MatrixFunctions.power(self(), n);
  }

  /**
   * The exponential. Derivative: as of {@link Linalg#matrixExp}.
   *
   * @return matrices of the same shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor matrixExp() {
    return MatrixFunctions.exponential(self());
  }

  /**
   * The vector product along the first dimension of size 3. Derivative: {@code other x gradOutput}
   * and {@code gradOutput x this}.
   *
   * @param other a tensor of the same rank
   * @return a tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor cross(Tensor other) {
    return TensorEquations.cross(self(), other);
  }

  /**
   * The vector product along a dimension. Derivative: as of {@link #cross(Tensor)}.
   *
   * @param other a tensor of the same rank
   * @param dim a dimension of size 3
   * @return a tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor cross(Tensor other, int dim) {
    return TensorEquations.cross(self(), other, dim);
  }

  /**
   * A norm by name over all dimensions. Derivative: as of {@link Linalg#matrixNorm(Tensor)}.
   *
   * @param p {@code fro}: the root of all squares; {@code nuc}, of a matrix: the sum of the
   *     singular values
   * @return a tensor without dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor norm(String p) {
    return MatrixNorms.olderNorm(self(), p, new int[0], false);
  }

  /**
   * A norm by name over dimensions. Derivative: as of {@link Linalg#matrixNorm(Tensor)}.
   *
   * @param p {@code fro}: the root of all squares; {@code nuc}: the sum of the singular values
   * @param dim dimensions; two for {@code nuc}
   * @param keepdim whether the dimensions stay, with size 1
   * @return a tensor of the other dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  default Tensor norm(String p, int[] dim, boolean keepdim) {
    return MatrixNorms.olderNorm(self(), p, dim, keepdim);
  }
}
