package dev.adjoint;

import dev.adjoint.ops.CholeskyFactors;
import dev.adjoint.ops.LuFactorisations;
import dev.adjoint.ops.QrFactorisations;
import dev.adjoint.ops.Reflections;
import dev.adjoint.ops.Spectra;

/** Factorisations of matrices, for {@link Linalg}. */
abstract sealed class LinalgFactorisations permits LinalgSystems {
  /**
   * The lower triangular L of {@code a = L L^T}; only the lower triangle of the matrix is read.
   * Derivative: symmetric, see {@code docs/rules.md}.
   *
   * @param a symmetric matrices, {@code (..., n, n)}
   * @return lower triangles
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is not positive definite
   */
  public static Tensor cholesky(Tensor a) {
    return CholeskyFactors.cholesky("linalg.cholesky", a, false);
  }

  /**
   * The triangular factor of positive definite matrices. Derivative: as of {@link
   * #cholesky(Tensor)}.
   *
   * @param a symmetric matrices, {@code (..., n, n)}
   * @param upper whether the upper triangle is read, and returned; else the lower one
   * @return triangles
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is not positive definite
   */
  public static Tensor cholesky(Tensor a, boolean upper) {
    return CholeskyFactors.cholesky("linalg.cholesky", a, upper);
  }

  /**
   * The triangular factor, as far as there is one. Derivative: as of {@link #cholesky(Tensor)}.
   *
   * @param a symmetric matrices, {@code (..., n, n)}
   * @param upper whether the upper triangle is read, and returned; else the lower one
   * @param checkErrors whether a matrix that is not positive definite is an error
   * @return triangles and how far they go
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is not positive definite, and that is asked for
   */
  public static CholeskyResult choleskyEx(Tensor a, boolean upper, boolean checkErrors) {
    return CholeskyFactors.choleskyEx(a, upper, checkErrors);
  }

  /**
   * Lower and upper triangular factors with row exchanges, in one matrix. Derivative: as of {@link
   * #lu}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return what {@link Linalg#luSolve} takes
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   */
  public static LuFactors luFactor(Tensor a) {
    return LuFactorisations.factor(a, true);
  }

  /**
   * Lower and upper triangular factors in one matrix. Derivative: as of {@link #lu}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param pivot must be true: there is no factorisation without row exchanges
   * @return what {@link Linalg#luSolve} takes
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular
   * @throws UnsupportedOperationException without row exchanges
   */
  public static LuFactors luFactor(Tensor a, boolean pivot) {
    return LuFactorisations.factor(a, pivot);
  }

  /**
   * Lower and upper triangular factors in one matrix, also of singular matrices. Derivative: as of
   * {@link #lu}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param pivot must be true: there is no factorisation without row exchanges
   * @param checkErrors whether a singular matrix is an error
   * @return what {@link Linalg#luSolve} takes
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular, and that is asked for
   * @throws UnsupportedOperationException without row exchanges
   */
  public static LuFactors luFactorEx(Tensor a, boolean pivot, boolean checkErrors) {
    return LuFactorisations.factorEx(a, pivot, checkErrors);
  }

  /**
   * A permutation and triangular factors. Derivative: by the triangles, see {@code docs/rules.md}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return three matrices whose product is the argument
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static LuResult lu(Tensor a) {
    return LuFactorisations.lu(a, true);
  }

  /**
   * A permutation and triangular factors. Derivative: as of {@link #lu(Tensor)}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param pivot must be true: there is no factorisation without row exchanges
   * @return three matrices whose product is the argument
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws UnsupportedOperationException without row exchanges
   */
  public static LuResult lu(Tensor a, boolean pivot) {
    return LuFactorisations.lu(a, pivot);
  }

  /**
   * An orthogonal and a triangular factor, of the smaller size. Derivative: of matrices whose first
   * columns are independent.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return factors whose product is the argument
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static QrResult qr(Tensor a) {
    return QrFactorisations.qr(a, "reduced");
  }

  /**
   * An orthogonal and a triangular factor. Derivative: as of {@link #qr(Tensor)}; none for a {@code
   * complete} Q of a tall matrix, nor without Q.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param mode {@code reduced}; {@code complete} for a square Q; {@code r} for an empty Q
   * @return factors whose product is the argument
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws IllegalArgumentException for another mode
   */
  public static QrResult qr(Tensor a, String mode) {
    return QrFactorisations.qr(a, mode);
  }

  /**
   * The first columns of the product of reflections, as {@link Tensor#geqrf} returns them.
   * Derivative: composed, one reflection after the other.
   *
   * @param a the vectors of the reflections below the diagonal, {@code (..., n, m)} with {@code n
   *     >= m}
   * @param tau their factors, {@code (..., k)}
   * @return a tensor of the shape of {@code a}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor householderProduct(Tensor a, Tensor tau) {
    return Reflections.product(a, tau);
  }

  /**
   * Singular values with whole bases of singular vectors. Derivative: of matrices with distinct
   * singular values; what completes the bases has none.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return factors whose product is the argument
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static SvdResult svd(Tensor a) {
    return Spectra.svd(a, true);
  }

  /**
   * Singular values and vectors. Derivative: as of {@link #svd(Tensor)}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param fullMatrices whether the vectors are completed to whole bases
   * @return factors whose product is the argument
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static SvdResult svd(Tensor a, boolean fullMatrices) {
    return Spectra.svd(a, fullMatrices);
  }

  /**
   * Singular values, largest first. Derivative: {@code U diag(gradOutput) V^T}.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return {@code (..., min(n, m))}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static Tensor svdvals(Tensor a) {
    return Spectra.svdvals(a);
  }

  /**
   * Eigenvalues and eigenvectors of symmetric matrices, of which the lower triangle is read.
   * Derivative: of matrices with distinct eigenvalues.
   *
   * @param a symmetric matrices, {@code (..., n, n)}
   * @return eigenvalues in ascending order, and eigenvectors
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static EighResult eigh(Tensor a) {
    return Spectra.eigh(a, "L");
  }

  /**
   * Eigenvalues and eigenvectors of symmetric matrices. Derivative: as of {@link #eigh(Tensor)}.
   *
   * @param a symmetric matrices, {@code (..., n, n)}
   * @param uplo {@code L} or {@code U}: the triangle that is read
   * @return eigenvalues in ascending order, and eigenvectors
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static EighResult eigh(Tensor a, String uplo) {
    return Spectra.eigh(a, uplo);
  }

  /**
   * Eigenvalues of symmetric matrices. Derivative: {@code V diag(gradOutput) V^T}.
   *
   * @param a symmetric matrices, {@code (..., n, n)}
   * @return {@code (..., n)} in ascending order
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor eigvalsh(Tensor a) {
    return Spectra.eigh(a, "L").eigenvalues();
  }

  /**
   * Eigenvalues of symmetric matrices. Derivative: as of {@link #eigvalsh(Tensor)}.
   *
   * @param a symmetric matrices, {@code (..., n, n)}
   * @param uplo {@code L} or {@code U}: the triangle that is read
   * @return {@code (..., n)} in ascending order
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor eigvalsh(Tensor a, String uplo) {
    return Spectra.eigh(a, uplo).eigenvalues();
  }
}
