package dev.adjoint;

import dev.adjoint.ops.Matmul;
import dev.adjoint.ops.Products;

/** Products of vectors, matrices and batches of them. */
public sealed interface ProductMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The product over the last dimension of this tensor and the last but one of the other; leading
   * dimensions are batches and broadcast. Derivative: {@code gradOutput other^T} and {@code this^T
   * gradOutput}.
   *
   * @param other of rank 1 or more
   * @return a new tensor; of two vectors a scalar
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   */
  default Tensor matmul(Tensor other) {
    return Matmul.matmul(self(), other);
  }

  /**
   * The product of two matrices. Derivative: {@code gradOutput mat2^T} and {@code this^T
   * gradOutput}.
   *
   * @param mat2 a matrix
   * @return a new matrix
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   */
  default Tensor mm(Tensor mat2) {
    return Products.mm(self(), mat2);
  }

  /**
   * The product of a matrix and a vector. Derivative: {@code gradOutput vec^T} and {@code this^T
   * gradOutput}.
   *
   * @param vec a vector
   * @return a new vector
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   */
  default Tensor mv(Tensor vec) {
    return Products.mv(self(), vec);
  }

  /**
   * The inner product of two vectors. Derivative: {@code gradOutput} times the other vector.
   *
   * @param other a vector of the same size
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   */
  default Tensor dot(Tensor other) {
    return Products.dot(self(), other);
  }

  /**
   * The products of two batches of matrices. Derivative: as of {@link #mm}, for each.
   *
   * @param mat2 of rank 3, as this tensor
   * @return a new tensor of rank 3
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   */
  default Tensor bmm(Tensor mat2) {
    return Products.bmm(self(), mat2);
  }
}
