package dev.adjoint;

import dev.adjoint.ops.Combination;
import dev.adjoint.ops.Scalar;
import dev.adjoint.ops.Scattering;
import dev.adjoint.ops.ViewWrites;

/** Elements written, added or combined along a dimension, and parts taken from another tensor. */
public sealed interface ScatterMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * A copy with elements of a source written along a dimension: {@code out[index[i][j]][j] =
   * source[i][j]} for dimension 0. Derivative: {@code gradOutput}, zero at the places; for the
   * source those places of it.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index positions
   * @param source what to write; at least as large as the index
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatter(int dim, Tensor index, Tensor source) {
    return Scattering.scatter(self(), dim, index, source);
  }

  /**
   * A copy with a number written along a dimension. Derivative: {@code gradOutput}, zero at the
   * places.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index positions
   * @param value the number
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if ranks or sizes do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatter(int dim, Tensor index, double value) {
    return Scattering.scatter(self(), dim, index, Scalar.of(value));
  }

  /**
   * {@link #scatter(int, Tensor, Tensor)} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index positions
   * @param source what to write; at least as large as the index
   * @return this tensor
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatter_(int dim, Tensor index, Tensor source) {
    return Scattering.scatterInPlace(self(), dim, index, source);
  }

  /**
   * {@link #scatter(int, Tensor, double)} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index positions
   * @param value the number
   * @return this tensor
   * @throws IllegalArgumentException if ranks or sizes do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatter_(int dim, Tensor index, double value) {
    return Scattering.scatterInPlace(self(), dim, index, Scalar.of(value));
  }

  /**
   * {@link IndexMethods#scatterAdd} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index positions
   * @param source what to add; at least as large as the index
   * @return this tensor
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatterAdd_(int dim, Tensor index, Tensor source) {
    return Scattering.scatterAddInPlace(self(), dim, index, source);
  }

  /**
   * A copy with elements of a source combined into those at their places along a dimension.
   * Derivative: each element's share of {@code gradOutput}; equal largest or smallest ones share it
   * evenly.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index positions
   * @param source what to combine; at least as large as the index
   * @param reduce how
   * @param includeSelf whether the elements already there take part
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatterReduce(
      int dim, Tensor index, Tensor source, Reduce reduce, boolean includeSelf) {
    var how = new Combination(reduce, includeSelf);
    return Scattering.scatterReduce(self(), dim, index, source, how);
  }

  /**
   * {@link #scatterReduce} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index positions
   * @param source what to combine; at least as large as the index
   * @param reduce how
   * @param includeSelf whether the elements already there take part
   * @return this tensor
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatterReduce_(
      int dim, Tensor index, Tensor source, Reduce reduce, boolean includeSelf) {
    var how = new Combination(reduce, includeSelf);
    return Scattering.scatterReduceInPlace(self(), dim, index, source, how);
  }

  /**
   * A copy with the elements of a source, in row-major order, where a mask holds. Derivative:
   * {@code gradOutput} where it does not hold; for the source where it holds.
   *
   * @param mask booleans, broadcast with this tensor
   * @param source at least as many elements as the mask holds
   * @return a new tensor of the common shape
   * @throws IllegalArgumentException if there are too few elements or the types do not fit
   */
  default Tensor maskedScatter(Tensor mask, Tensor source) {
    return ViewWrites.maskedScatter(self(), mask, source);
  }

  /**
   * {@link #maskedScatter} in place.
   *
   * @param mask booleans, broadcast to this shape
   * @param source at least as many elements as the mask holds
   * @return this tensor
   * @throws IllegalArgumentException if there are too few elements or the types do not fit
   */
  default Tensor maskedScatter_(Tensor mask, Tensor source) {
    return ViewWrites.maskedScatterInPlace(self(), mask, source);
  }

  /**
   * A copy with one slice from another tensor. Derivative: {@code gradOutput}, zero in the slice;
   * for the source its slice.
   *
   * @param source of the shape of {@code select(dim, index)}
   * @param dim the dimension; negative ones count from the end
   * @param index the position; negative ones count from the end
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if the shapes differ
   */
  default Tensor selectScatter(Tensor source, int dim, long index) {
    return ViewWrites.select(self(), source, dim, index);
  }

  /**
   * A copy with a range of slices from another tensor. Derivative: {@code gradOutput}, zero in the
   * range; for the source its range.
   *
   * @param source of the shape of {@code slice(dim, start, end, step)}
   * @param dim the dimension; negative ones count from the end
   * @param start the first position
   * @param end the end, exclusive
   * @param step the distance
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if the shapes differ
   */
  default Tensor sliceScatter(Tensor source, int dim, long start, long end, long step) {
    return ViewWrites.slice(self(), source, new ViewWrites.Range(dim, start, end, step));
  }

  /**
   * A copy with a diagonal from another tensor. Derivative: {@code gradOutput}, zero on the
   * diagonal; for the source its diagonal.
   *
   * @param source of the shape of {@code diagonal(offset, dim1, dim2)}
   * @param offset which diagonal; above the main one if positive
   * @param dim1 the first dimension
   * @param dim2 the second dimension
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if the shapes differ
   */
  default Tensor diagonalScatter(Tensor source, int offset, int dim1, int dim2) {
    return ViewWrites.diagonal(self(), source, offset, dim1, dim2);
  }

  /**
   * A copy with strided elements from another tensor. Derivative: {@code gradOutput}, zero at these
   * places; for the source these places of it.
   *
   * @param source of shape {@code size}
   * @param size one size per dimension
   * @param stride one stride per dimension, in elements
   * @param storageOffset the index of the first element
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if the shapes differ or elements lie outside
   */
  default Tensor asStridedScatter(Tensor source, long[] size, long[] stride, long storageOffset) {
    return ViewWrites.strided(self(), source, size, stride, storageOffset);
  }
}
