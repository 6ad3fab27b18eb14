package dev.adjoint;

import dev.adjoint.ops.MatrixNorms;
import dev.adjoint.ops.PseudoInverses;
import org.jspecify.annotations.Nullable;

/** Norms, condition numbers and ranks, for {@link Linalg}. */
abstract sealed class LinalgNorms extends LinalgSystems permits Linalg {
  /**
   * The p-norm of all elements. Derivative: as of {@link Tensor#norm(double)}.
   *
   * @param x a floating tensor
   * @param ord the p of the norm; may be infinite
   * @return a tensor without dimensions
   * @throws IllegalArgumentException unless it is floating
   */
  public static Tensor vectorNorm(Tensor x, double ord) {
    return x.norm(ord);
  }

  /**
   * The p-norm over dimensions. Derivative: as of {@link Tensor#norm(double)}.
   *
   * @param x a floating tensor
   * @param ord the p of the norm; may be infinite
   * @param dim dimensions; none for all
   * @param keepdim whether the dimensions stay, with size 1
   * @return a tensor of the other dimensions
   * @throws IllegalArgumentException unless it is floating
   */
  public static Tensor vectorNorm(Tensor x, double ord, int[] dim, boolean keepdim) {
    return x.norm(ord, dim, keepdim);
  }

  /**
   * The root of the sum of all squares. Derivative: {@code gradOutput * a / result}, 0 at 0.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor matrixNorm(Tensor a) {
    return MatrixNorms.norm(a, "fro", new int[] {-2, -1}, false);
  }

  /**
   * A norm of matrices. Derivative: of the singular values, or of all elements.
   *
   * @param a a tensor of rank 2 or more
   * @param ord {@code fro}: the root of all squares; {@code nuc}: the sum of the singular values
   * @param dim the two dimensions of the matrices
   * @param keepdim whether the dimensions stay, with size 1
   * @return a tensor of the other dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor matrixNorm(Tensor a, String ord, int[] dim, boolean keepdim) {
    return MatrixNorms.norm(a, ord, dim, keepdim);
  }

  /**
   * The norm of matrices that a norm of vectors induces. Derivative: of the sum, or the singular
   * value, that is the largest.
   *
   * @param a a tensor of rank 2 or more
   * @param ord 1: the largest sum of a column; infinity: of a row; 2: the largest singular value;
   *     negative: the smallest
   * @param dim the two dimensions of the matrices
   * @param keepdim whether the dimensions stay, with size 1
   * @return a tensor of the other dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor matrixNorm(Tensor a, double ord, int[] dim, boolean keepdim) {
    return MatrixNorms.norm(a, ord, dim, keepdim);
  }

  /**
   * The root of the sum of all squares. Derivative: as of {@link Tensor#norm()}.
   *
   * @param a a floating tensor
   * @return a tensor without dimensions
   * @throws IllegalArgumentException unless it is floating
   */
  public static Tensor norm(Tensor a) {
    return a.norm();
  }

  /**
   * A norm of a vector, or of a matrix. Derivative: as of {@link #vectorNorm(Tensor, double)} or
   * {@link #matrixNorm(Tensor)}.
   *
   * @param a a vector or a matrix
   * @param ord the p of the norm
   * @return a tensor without dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor norm(Tensor a, double ord) {
    return MatrixNorms.generalNorm(a, ord, null, false);
  }

  /**
   * A norm of a matrix. Derivative: as of {@link #matrixNorm(Tensor)}.
   *
   * @param a a matrix
   * @param ord {@code fro}: the root of all squares; {@code nuc}: the sum of the singular values
   * @return a tensor without dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor norm(Tensor a, String ord) {
    return MatrixNorms.namedNorm(a, ord, null, false);
  }

  /**
   * A norm of vectors for one dimension, of matrices for two. Derivative: as of {@link
   * #vectorNorm(Tensor, double)} or {@link #matrixNorm(Tensor)}.
   *
   * @param a a floating tensor
   * @param ord the p of the norm; null for the root of all squares
   * @param dim one or two dimensions; null for all of a vector or a matrix
   * @param keepdim whether the dimensions stay, with size 1
   * @return a tensor of the other dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor norm(Tensor a, @Nullable Double ord, int @Nullable [] dim, boolean keepdim) {
    return MatrixNorms.generalNorm(a, ord, dim, keepdim);
  }

  /**
   * A norm of matrices. Derivative: as of {@link #matrixNorm(Tensor)}.
   *
   * @param a a floating tensor
   * @param ord {@code fro}: the root of all squares; {@code nuc}: the sum of the singular values
   * @param dim two dimensions; null for those of a matrix
   * @param keepdim whether the dimensions stay, with size 1
   * @return a tensor of the other dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor norm(Tensor a, String ord, int @Nullable [] dim, boolean keepdim) {
    return MatrixNorms.namedNorm(a, ord, dim, keepdim);
  }

  /**
   * The largest singular value by the smallest. Derivative: of both.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor cond(Tensor a) {
    return MatrixNorms.cond(a, 2);
  }

  /**
   * The norm of the matrix times that of its inverse; infinite for singular matrices. Derivative:
   * of both.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param p as of {@link #matrixNorm(Tensor, double, int[], boolean)}; not square for 2 and -2
   * @return {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor cond(Tensor a, double p) {
    return MatrixNorms.cond(a, p);
  }

  /**
   * The norm of the matrix times that of its inverse; infinite for singular matrices. Derivative:
   * of both.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param p {@code fro} or {@code nuc}
   * @return {@code (...)}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor cond(Tensor a, String p) {
    return MatrixNorms.cond(a, p);
  }

  /**
   * The number of singular values that do not count as zero. Has no derivative.
   *
   * @param a matrices, {@code (..., n, m)}
   * @return {@code (...)} as {@code int64}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static Tensor matrixRank(Tensor a) {
    return PseudoInverses.rank(a, null, null, false);
  }

  /**
   * The number of singular values that do not count as zero. Has no derivative.
   *
   * @param a matrices, {@code (..., n, m)}
   * @param atol singular values up to it count as zero; null for 0
   * @param rtol the same relative to the largest; null for the default, which is 0 if {@code atol}
   *     is given
   * @param hermitian whether the matrices are symmetric; then one triangle is read
   * @return {@code (...)} as {@code int64}
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if an element is not finite
   */
  public static Tensor matrixRank(
      Tensor a, @Nullable Tensor atol, @Nullable Tensor rtol, boolean hermitian) {
    return PseudoInverses.rank(a, atol, rtol, hermitian);
  }
}
