package dev.adjoint;

import dev.adjoint.ops.Arrangement;
import dev.adjoint.ops.Diagonals;
import dev.adjoint.ops.Selection;
import dev.adjoint.ops.ShapeChecks;

/** Elements in another order, repeated or picked. */
public sealed interface ArrangementMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The order turned round along dimensions. Derivative: the gradient turned back.
   *
   * @param dims the dimensions
   * @return a new tensor
   */
  default Tensor flip(int... dims) {
    return Arrangement.flip(self(), dims);
  }

  /**
   * The order of the columns turned round. Derivative: the gradient turned back.
   *
   * @return a new tensor
   */
  default Tensor fliplr() {
    return ShapeChecks.requireRank("Input must be >= 2-d.", self(), 2).flip(1);
  }

  /**
   * The order of the rows turned round. Derivative: the gradient turned back.
   *
   * @return a new tensor
   */
  default Tensor flipud() {
    return ShapeChecks.requireRank("Input must be >= 1-d.", self(), 1).flip(0);
  }

  /**
   * Elements moved on along dimensions, or along all in row-major order if there are none.
   * Derivative: the gradient moved back.
   *
   * @param shifts how far, one number per dimension
   * @param dims the dimensions
   * @return a new tensor
   */
  default Tensor roll(long[] shifts, int... dims) {
    return Arrangement.roll(self(), shifts, dims);
  }

  /**
   * Quarter turns in the plane of two dimensions. Derivative: the gradient turned back.
   *
   * @param k how often
   * @param dim0 turned towards the other
   * @param dim1 the other dimension
   * @return a new tensor
   */
  default Tensor rot90(int k, int dim0, int dim1) {
    return Arrangement.rot90(self(), k, dim0, dim1);
  }

  /**
   * The whole tensor repeated along every dimension. Derivative: the gradient summed over the
   * copies.
   *
   * @param repeats how often along each dimension
   * @return a new tensor
   */
  default Tensor repeat(long... repeats) {
    return Arrangement.repeat(self(), repeats);
  }

  /**
   * The whole tensor repeated along the last dimensions. Derivative: the gradient summed over the
   * copies.
   *
   * @param dims how often along the last dimensions
   * @return a new tensor
   */
  default Tensor tile(long... dims) {
    return Arrangement.tile(self(), dims);
  }

  /**
   * Every slice repeated in its place. Derivative: the gradient summed over the copies.
   *
   * @param repeats how often, for all slices or for each
   * @param dim the dimension; negative ones count from the end
   * @return a new tensor
   */
  default Tensor repeatInterleave(long[] repeats, int dim) {
    return Arrangement.repeatInterleave(self(), repeats, dim);
  }

  /**
   * The slices at indices. Derivative: the gradient added at those indices.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of indices
   * @return a new tensor
   */
  default Tensor indexSelect(int dim, Tensor index) {
    return Selection.indexSelect(self(), dim, index);
  }

  /**
   * The elements at positions, in the shape of the index. Derivative: the gradient added at those
   * positions.
   *
   * @param index row-major positions; negative ones count from the end
   * @return a new tensor
   */
  default Tensor take(Tensor index) {
    return Selection.take(self(), index);
  }

  /**
   * A view of a diagonal, as the last dimension. Derivative: the gradient on the diagonal.
   *
   * @param offset 0 for the main diagonal, above it if positive
   * @param dim1 one dimension
   * @param dim2 the other dimension
   * @return a view
   */
  default Tensor diagonal(int offset, int dim1, int dim2) {
    return Diagonals.diagonal(self(), offset, dim1, dim2);
  }

  /**
   * A view of the main diagonal of the first two dimensions. Derivative: the gradient on the
   * diagonal.
   *
   * @return a view
   */
  default Tensor diagonal() {
    return diagonal(0, 0, 1);
  }

  /**
   * A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector.
   *
   * @param diagonal 0 for the main diagonal, above it if positive
   * @return a new tensor
   */
  default Tensor diag(int diagonal) {
    return Diagonals.diag(self(), diagonal);
  }

  /**
   * All elements as the diagonal of a matrix.
   *
   * @param offset 0 for the main diagonal, above it if positive
   * @return a new tensor
   */
  default Tensor diagflat(int offset) {
    return Diagonals.diag(self().reshape(-1), offset);
  }

  /**
   * Matrices with the last dimension on a diagonal.
   *
   * @param offset 0 for the main diagonal, above it if positive
   * @param dim1 one new dimension
   * @param dim2 the other new dimension
   * @return a new tensor
   */
  default Tensor diagEmbed(int offset, int dim1, int dim2) {
    return Diagonals.diagEmbed(self(), offset, dim1, dim2);
  }

  /**
   * The sum of the diagonal of a matrix. Derivative: the gradient along the diagonal.
   *
   * @return a scalar tensor
   */
  default Tensor trace() {
    return Diagonals.trace(self());
  }

  /**
   * The elements on and below a diagonal, zero elsewhere. Derivative: the same triangle of the
   * gradient.
   *
   * @param diagonal 0 for the main diagonal, above it if positive
   * @return a new tensor
   */
  default Tensor tril(int diagonal) {
    return Diagonals.triangle(self(), diagonal, true);
  }

  /**
   * As {@link #tril}, in place.
   *
   * @param diagonal 0 for the main diagonal, above it if positive
   * @return this tensor
   */
  default Tensor tril_(int diagonal) {
    return Diagonals.triangleInPlace(self(), diagonal, true);
  }

  /**
   * The elements on and above a diagonal, zero elsewhere. Derivative: the same triangle of the
   * gradient.
   *
   * @param diagonal 0 for the main diagonal, above it if positive
   * @return a new tensor
   */
  default Tensor triu(int diagonal) {
    return Diagonals.triangle(self(), diagonal, false);
  }

  /**
   * As {@link #triu}, in place.
   *
   * @param diagonal 0 for the main diagonal, above it if positive
   * @return this tensor
   */
  default Tensor triu_(int diagonal) {
    return Diagonals.triangleInPlace(self(), diagonal, false);
  }
}
