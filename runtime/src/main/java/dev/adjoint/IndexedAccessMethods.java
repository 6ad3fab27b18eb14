package dev.adjoint;

import dev.adjoint.ops.IndexWrites;
import dev.adjoint.ops.IndexedAccess;
import dev.adjoint.ops.Indexing;
import dev.adjoint.ops.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Elements read and written at an index, as between brackets in Python, and at tensors of indices.
 */
public sealed interface IndexedAccessMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * {@code x[…]}: the elements at an index. Integers, ranges and new dimensions give a view; masks
   * and tensors of indices give a copy. Where several tensors index neighbouring dimensions their
   * common shape takes the place of these, else it comes first. Derivative: {@code gradOutput}
   * added at the places read from.
   *
   * @param index one part per dimension; dimensions that are left over stay whole
   * @return the elements
   * @throws IndexOutOfBoundsException if there are too many parts or a position is outside
   */
  default Tensor get(Index... index) {
    return IndexedAccess.get(self(), index);
  }

  /**
   * {@code x[i, j, …]}: the elements at one position per dimension, from the first on.
   *
   * @param positions counted from 0, or from the end if negative
   * @return a view without these dimensions
   * @throws IndexOutOfBoundsException if there are too many or one is outside
   */
  default Tensor get(long... positions) {
    Index[] index = new Index[positions.length];
    for (int d = 0; d < index.length; d++) {
      index[d] = Index.at(positions[d]);
    }
    return IndexedAccess.get(self(), index);
  }

  /**
   * {@code x[…] = value}: writes the elements at an index.
   *
   * @param index one part per dimension; dimensions that are left over stay whole
   * @param value broadcast to the elements
   * @return this tensor
   * @throws IndexOutOfBoundsException if there are too many parts or a position is outside
   * @throws IllegalArgumentException if the value does not fit
   */
  default Tensor set_(Index[] index, Tensor value) {
    return IndexedAccess.set(self(), index, value);
  }

  /**
   * {@code x[…] = value}: writes a number to the elements at an index.
   *
   * @param index one part per dimension; dimensions that are left over stay whole
   * @param value the number
   * @return this tensor
   * @throws IndexOutOfBoundsException if there are too many parts or a position is outside
   */
  default Tensor set_(Index[] index, double value) {
    return IndexedAccess.set(self(), index, Scalar.of(value));
  }

  /**
   * {@code x[…] = value} with one part.
   *
   * @param index the part for the first dimension
   * @param value broadcast to the elements
   * @return this tensor
   * @throws IndexOutOfBoundsException if a position is outside
   * @throws IllegalArgumentException if the value does not fit
   */
  default Tensor set_(Index index, Tensor value) {
    return IndexedAccess.set(self(), new Index[] {index}, value);
  }

  /**
   * {@code x[…] = value} with one part.
   *
   * @param index the part for the first dimension
   * @param value the number
   * @return this tensor
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor set_(Index index, double value) {
    return IndexedAccess.set(self(), new Index[] {index}, Scalar.of(value));
  }

  /**
   * The elements at tensors of indices, broadcast to a common shape. Derivative: {@code gradOutput}
   * added at the places read from.
   *
   * @param indices {@code int64} positions or masks, one per dimension from the first on; null
   *     leaves a dimension whole
   * @return a new tensor
   * @throws IndexOutOfBoundsException if there are too many or a position is outside
   */
  default Tensor index(@Nullable Tensor... indices) {
    return IndexedAccess.index(self(), indices);
  }

  /**
   * A copy with values written, or added, at tensors of indices. Derivative: {@code gradOutput},
   * zero at the places unless added to; for the values those places of it.
   *
   * @param indices as for {@link #index}
   * @param values of this type, broadcast to the shape of {@code index(indices)}
   * @param accumulate whether to add
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexPut(@Nullable Tensor[] indices, Tensor values, boolean accumulate) {
    return IndexWrites.indexPut(self(), indices, values, accumulate);
  }

  /**
   * {@link #indexPut} in place.
   *
   * @param indices as for {@link #index}
   * @param values of this type, broadcast to the shape of {@code index(indices)}
   * @param accumulate whether to add
   * @return this tensor
   * @throws IllegalArgumentException if the values do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexPut_(@Nullable Tensor[] indices, Tensor values, boolean accumulate) {
    return IndexWrites.indexPutInPlace(self(), indices, values, accumulate);
  }

  /**
   * A copy with elements written, or added, at row-major positions. Derivative: {@code gradOutput},
   * zero at the places unless added to; for the source those places of it.
   *
   * @param index {@code int64} positions; negative ones count from the end
   * @param source as many elements of this type
   * @param accumulate whether to add
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if the types do not fit
   * @throws IndexOutOfBoundsException if the counts differ or a position is outside
   */
  default Tensor put(Tensor index, Tensor source, boolean accumulate) {
    return IndexWrites.put(self(), index, source, accumulate);
  }

  /**
   * {@link #put} in place.
   *
   * @param index {@code int64} positions; negative ones count from the end
   * @param source as many elements of this type
   * @param accumulate whether to add
   * @return this tensor
   * @throws IllegalArgumentException if the types do not fit
   * @throws IndexOutOfBoundsException if the counts differ or a position is outside
   */
  default Tensor put_(Tensor index, Tensor source, boolean accumulate) {
    return IndexWrites.putInPlace(self(), index, source, accumulate);
  }

  /**
   * Elements picked along a dimension, as {@link IndexMethods#gather}, with both broadcast in the
   * other dimensions.
   *
   * @param indices {@code int64} positions
   * @param dim the dimension; negative ones count from the end
   * @return a new tensor
   * @throws IllegalArgumentException if the ranks or types do not fit
   */
  default Tensor takeAlongDim(Tensor indices, int dim) {
    return Indexing.takeAlongDim(self(), indices, dim);
  }

  /**
   * Elements at row-major positions.
   *
   * @param indices {@code int64} positions of any shape
   * @return a vector
   * @throws IllegalArgumentException if the type does not fit
   */
  default Tensor takeAlongDim(Tensor indices) {
    return Indexing.takeAlongDim(self().reshape(-1), indices.reshape(-1), 0);
  }
}
