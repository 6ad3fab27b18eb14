package dev.adjoint;

import dev.adjoint.ops.MatrixSum;
import dev.adjoint.ops.MatrixSums;
import dev.adjoint.ops.TensorProducts;

/**
 * Products of matrices added to a tensor, and products of other ranks: composed of differentiable
 * operations, whose derivatives are theirs.
 */
public sealed interface MatrixMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * {@code beta this + alpha mat1 mat2}.
   *
   * @param mat1 the left factor, {@code (n, m)}
   * @param mat2 the right factor, {@code (m, p)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return a tensor of the product's shape
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addmm(Tensor mat1, Tensor mat2, double beta, double alpha) {
    return MatrixSums.addmm(self(), mat1, mat2, beta, alpha);
  }

  /**
   * {@link #addmm}, written over this tensor.
   *
   * @param mat1 the left factor, {@code (n, m)}
   * @param mat2 the right factor, {@code (m, p)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return this tensor
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addmm_(Tensor mat1, Tensor mat2, double beta, double alpha) {
    return MatrixSum.ADDMM.inPlace(self(), new Tensor[] {mat1, mat2}, beta, alpha);
  }

  /**
   * {@code beta this + alpha mat vec}.
   *
   * @param mat the left factor, {@code (n, m)}
   * @param vec the right factor, {@code (m)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return a tensor of the product's shape
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addmv(Tensor mat, Tensor vec, double beta, double alpha) {
    return MatrixSum.ADDMV.of(self(), new Tensor[] {mat, vec}, beta, alpha);
  }

  /**
   * {@link #addmv}, written over this tensor.
   *
   * @param mat the left factor, {@code (n, m)}
   * @param vec the right factor, {@code (m)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return this tensor
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addmv_(Tensor mat, Tensor vec, double beta, double alpha) {
    return MatrixSum.ADDMV.inPlace(self(), new Tensor[] {mat, vec}, beta, alpha);
  }

  /**
   * {@code beta this + alpha vec1 vec2^T}.
   *
   * @param vec1 the left factor, {@code (n)}
   * @param vec2 the right factor, {@code (m)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return a tensor of the product's shape
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addr(Tensor vec1, Tensor vec2, double beta, double alpha) {
    return MatrixSum.ADDR.of(self(), new Tensor[] {vec1, vec2}, beta, alpha);
  }

  /**
   * {@link #addr}, written over this tensor.
   *
   * @param vec1 the left factor, {@code (n)}
   * @param vec2 the right factor, {@code (m)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return this tensor
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addr_(Tensor vec1, Tensor vec2, double beta, double alpha) {
    return MatrixSum.ADDR.inPlace(self(), new Tensor[] {vec1, vec2}, beta, alpha);
  }

  /**
   * {@code beta this + alpha sum_b batch1_b batch2_b}.
   *
   * @param batch1 the left factor, {@code (b, n, m)}
   * @param batch2 the right factor, {@code (b, m, p)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return a tensor of the product's shape
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addbmm(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return MatrixSum.ADDBMM.of(self(), new Tensor[] {batch1, batch2}, beta, alpha);
  }

  /**
   * {@link #addbmm}, written over this tensor, which takes the shape of the product.
   *
   * @param batch1 the left factor, {@code (b, n, m)}
   * @param batch2 the right factor, {@code (b, m, p)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return this tensor
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor addbmm_(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return MatrixSum.ADDBMM.inPlace(self(), new Tensor[] {batch1, batch2}, beta, alpha);
  }

  /**
   * {@code beta this + alpha batch1 batch2}.
   *
   * @param batch1 the left factor, {@code (b, n, m)}
   * @param batch2 the right factor, {@code (b, m, p)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return a tensor of the product's shape
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor baddbmm(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return MatrixSum.BADDBMM.of(self(), new Tensor[] {batch1, batch2}, beta, alpha);
  }

  /**
   * {@link #baddbmm}, written over this tensor.
   *
   * @param batch1 the left factor, {@code (b, n, m)}
   * @param batch2 the right factor, {@code (b, m, p)}
   * @param beta the weight of this tensor; with 0 its elements are not read
   * @param alpha the weight of the product
   * @return this tensor
   * @throws IllegalArgumentException if the sizes do not fit
   */
  default Tensor baddbmm_(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return MatrixSum.BADDBMM.inPlace(self(), new Tensor[] {batch1, batch2}, beta, alpha);
  }

  /**
   * Every product of an element of this vector with one of another.
   *
   * @param other a vector of {@code m} elements
   * @return an {@code (n, m)} matrix
   * @throws IllegalArgumentException unless both are vectors
   */
  default Tensor outer(Tensor other) {
    return TensorProducts.outer(self(), other);
  }

  /**
   * Sums of products over the last dimensions of both.
   *
   * @param other a tensor with the same last size
   * @return a tensor of the other dimensions, this tensor's first
   * @throws IllegalArgumentException if the last sizes differ
   */
  default Tensor inner(Tensor other) {
    return TensorProducts.inner(self(), other);
  }

  /**
   * The Kronecker product: every element times the other tensor.
   *
   * @param other a tensor
   * @return a tensor of the sizes' products
   */
  default Tensor kron(Tensor other) {
    return TensorProducts.kron(self(), other);
  }

  /**
   * Sums of products over pairs of dimensions.
   *
   * @param other the other factor
   * @param dims the dimensions of this tensor that are summed over
   * @param otherDims their partners in the other
   * @return a tensor of the remaining dimensions, this tensor's first
   * @throws IllegalArgumentException if paired sizes differ
   */
  default Tensor tensordot(Tensor other, int[] dims, int[] otherDims) {
    return TensorProducts.tensordot(self(), other, dims, otherDims);
  }
}
