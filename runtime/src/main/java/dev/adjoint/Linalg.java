package dev.adjoint;

import dev.adjoint.ops.MatrixChains;
import dev.adjoint.ops.MatrixFunctions;
import dev.adjoint.ops.TensorEquations;

/**
 * Linear algebra, as PyTorch's {@code torch.linalg} has it. Matrices are the last two dimensions,
 * all others are batches. Everything is computed in double precision and rounded to the operand's
 * type.
 */
public final class Linalg extends LinalgNorms {
  private Linalg() {}

  /**
   * The matrix times itself; for negative powers the inverse. Derivative: of the products.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @param n the power; 0 gives the identity
   * @return matrices of the same shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   * @throws ArithmeticException if a matrix is singular and the power negative
   */
  public static Tensor matrixPower(Tensor a, long n) {
    return MatrixFunctions.power(a, n);
  }

  /**
   * The exponential. Derivative: a block of the exponential of {@code [[a^T, gradOutput], [0,
   * a^T]]}.
   *
   * @param a square matrices, {@code (..., n, n)}
   * @return matrices of the same shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor matrixExp(Tensor a) {
    return MatrixFunctions.exponential(a);
  }

  /**
   * The product of two or more matrices in the cheapest order. Derivative: of the products.
   *
   * @param tensors matrices; the first and the last may be vectors
   * @return a matrix, a vector or a scalar
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor multiDot(Tensor... tensors) {
    return MatrixChains.multiDot(tensors);
  }

  /**
   * Powers of the elements, as many as there are elements. Derivative: of the powers.
   *
   * @param x vectors, {@code (..., n)}
   * @return {@code (..., n, n)}
   * @throws IllegalArgumentException for fewer than two powers
   */
  public static Tensor vander(Tensor x) {
    return TensorEquations.vander(x, null);
  }

  /**
   * Powers of the elements. Derivative: of the powers.
   *
   * @param x vectors, {@code (..., m)}
   * @param n how many powers, from 0 on
   * @return {@code (..., m, n)}
   * @throws IllegalArgumentException for fewer than two powers
   */
  public static Tensor vander(Tensor x, long n) {
    return TensorEquations.vander(x, n);
  }

  /**
   * The inner product along a dimension; the others broadcast. Derivative: {@code gradOutput} times
   * the other vector.
   *
   * @param x a floating tensor
   * @param y another
   * @param dim the dimension of the vectors
   * @return a tensor of the other dimensions
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor vecdot(Tensor x, Tensor y, int dim) {
    return TensorEquations.vecdot(x, y, dim);
  }

  /**
   * The vector product along the last dimension. Derivative: {@code other x gradOutput} and {@code
   * gradOutput x input}.
   *
   * @param input a tensor
   * @param other another
   * @return a tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor cross(Tensor input, Tensor other) {
    return TensorEquations.cross(input, other, -1);
  }

  /**
   * The vector product along a dimension. Derivative: as of {@link #cross(Tensor, Tensor)}.
   *
   * @param input a tensor
   * @param other another
   * @param dim a dimension of size 3
   * @return a tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor cross(Tensor input, Tensor other, int dim) {
    return TensorEquations.cross(input, other, dim);
  }

  /**
   * A diagonal of matrices. Derivative: as of {@link Tensor#diagonal(int, int, int)}.
   *
   * @param a a tensor of rank 2 or more
   * @param offset how far above the main diagonal
   * @param dim1 the dimension of the rows
   * @param dim2 the dimension of the columns
   * @return a view with the diagonal last
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  public static Tensor diagonal(Tensor a, int offset, int dim1, int dim2) {
    return a.diagonal(offset, dim1, dim2);
  }

  /**
   * The product of vectors or matrices. Derivative: as of {@link Tensor#matmul}.
   *
   * @param a of rank 1 or more
   * @param b of rank 1 or more
   * @return a new tensor
   * @throws IllegalArgumentException if the shapes or the element types do not fit
   */
  public static Tensor matmul(Tensor a, Tensor b) {
    return a.matmul(b);
  }
}
