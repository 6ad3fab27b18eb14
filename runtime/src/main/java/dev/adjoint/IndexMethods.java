package dev.adjoint;

import dev.adjoint.ops.Indexing;
import dev.adjoint.ops.Scattering;

/** Parts of a tensor, by position, by range and by tensors of indices. */
public sealed interface IndexMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The slice at an index, without its dimension. Derivative: {@code gradOutput} there, else 0.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index the index; negative ones count from the end
   * @return a view that shares storage
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor select(int dim, long index) {
    return Indexing.select(self(), dim, index);
  }

  /**
   * Every {@code step}-th slice of a range. Derivative: {@code gradOutput} there, else 0.
   *
   * @param dim the dimension; negative ones count from the end
   * @param start the first index; negative ones count from the end
   * @param end the index after the last; cut off at the size
   * @param step the distance, positive
   * @return a view that shares storage
   * @throws IndexOutOfBoundsException if there is no such dimension
   * @throws IllegalArgumentException unless the step is positive
   */
  default Tensor slice(int dim, long start, long end, long step) {
    return Indexing.slice(self(), dim, start, end, step);
  }

  /**
   * A run of slices. Derivative: {@code gradOutput} there, else 0.
   *
   * @param dim the dimension; negative ones count from the end
   * @param start the first index
   * @param length how many
   * @return a view that shares storage
   * @throws IndexOutOfBoundsException if there is no such dimension
   * @throws IllegalArgumentException if the run exceeds the dimension
   */
  default Tensor narrow(int dim, long start, long length) {
    return Indexing.narrow(self(), dim, start, length);
  }

  /**
   * All slices along a dimension. Derivative: their gradients side by side.
   *
   * @param dim the dimension; negative ones count from the end
   * @return one view per index, without that dimension
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor[] unbind(int dim) {
    return Indexing.unbind(self(), dim);
  }

  /**
   * Elements picked along a dimension: {@code out[i][j] = this[index[i][j]][j]} for dimension 0.
   * Derivative: {@code gradOutput} added at the places picked from.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index {@code int64} positions; its shape is that of the result
   * @return a new tensor of the index's shape
   * @throws IllegalArgumentException if ranks or sizes do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor gather(int dim, Tensor index) {
    return Indexing.gather(self(), dim, index);
  }

  /**
   * A copy with elements of a source added along a dimension: {@code out[index[i][j]][j] +=
   * source[i][j]} for dimension 0. Derivative: {@code gradOutput}, and those places of it.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index {@code int64} positions
   * @param source what to add; at least as large as the index
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if ranks, sizes or types do not fit
   * @throws IndexOutOfBoundsException if an index is outside the dimension
   */
  default Tensor scatterAdd(int dim, Tensor index, Tensor source) {
    return Scattering.scatterAdd(self(), dim, index, source);
  }
}
