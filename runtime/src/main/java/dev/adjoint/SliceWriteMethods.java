package dev.adjoint;

import dev.adjoint.ops.Combination;
import dev.adjoint.ops.Scalar;
import dev.adjoint.ops.Scattering;
import dev.adjoint.ops.SliceWrites;

/** Whole slices written, added, filled or combined at a vector of indices along a dimension. */
public sealed interface SliceWriteMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * A copy with slices of a source added: {@code out[index[i]] += alpha source[i]} for dimension 0.
   * Derivative: {@code gradOutput}; for the source {@code alpha} times its slices.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @param alpha a factor
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexAdd(int dim, Tensor index, Tensor source, double alpha) {
    return SliceWrites.indexAdd(self(), dim, index, source, Scalar.of(alpha));
  }

  /**
   * {@link #indexAdd(int, Tensor, Tensor, double)} with factor 1.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexAdd(int dim, Tensor index, Tensor source) {
    return SliceWrites.indexAdd(self(), dim, index, source, Scalar.of(1L));
  }

  /**
   * {@link #indexAdd(int, Tensor, Tensor, double)} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @param alpha a factor
   * @return this tensor
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexAdd_(int dim, Tensor index, Tensor source, double alpha) {
    return SliceWrites.indexAddInPlace(self(), dim, index, source, Scalar.of(alpha));
  }

  /**
   * {@link #indexAdd(int, Tensor, Tensor)} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @return this tensor
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexAdd_(int dim, Tensor index, Tensor source) {
    return SliceWrites.indexAddInPlace(self(), dim, index, source, Scalar.of(1L));
  }

  /**
   * A copy with slices of a source written: {@code out[index[i]] = source[i]} for dimension 0.
   * Derivative: {@code gradOutput}, zero in these slices; for the source these slices of it.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexCopy(int dim, Tensor index, Tensor source) {
    return SliceWrites.indexCopy(self(), dim, index, source);
  }

  /**
   * {@link #indexCopy} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @return this tensor
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexCopy_(int dim, Tensor index, Tensor source) {
    return SliceWrites.indexCopyInPlace(self(), dim, index, source);
  }

  /**
   * A copy with slices filled with a number. Derivative: {@code gradOutput}, zero in these slices.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions; negative ones count from the end
   * @param value the number
   * @return a new tensor of this shape
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexFill(int dim, Tensor index, double value) {
    return SliceWrites.indexFill(self(), dim, index, Scalar.of(value));
  }

  /**
   * A copy with slices filled with a scalar tensor. Derivative: {@code gradOutput}, zero in these
   * slices; for the value their sum.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions; negative ones count from the end
   * @param value a tensor without dimensions
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if the value has dimensions
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexFill(int dim, Tensor index, Tensor value) {
    return SliceWrites.indexFill(self(), dim, index, value);
  }

  /**
   * {@link #indexFill(int, Tensor, double)} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions; negative ones count from the end
   * @param value the number
   * @return this tensor
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexFill_(int dim, Tensor index, double value) {
    return SliceWrites.indexFillInPlace(self(), dim, index, Scalar.of(value));
  }

  /**
   * {@link #indexFill(int, Tensor, Tensor)} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions; negative ones count from the end
   * @param value a tensor without dimensions
   * @return this tensor
   * @throws IllegalArgumentException if the value has dimensions
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexFill_(int dim, Tensor index, Tensor value) {
    return SliceWrites.indexFillInPlace(self(), dim, index, value);
  }

  /**
   * A copy with slices of a source combined into those at the positions. Derivative: that of {@link
   * ScatterMethods#scatterReduce}.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @param reduce how they are combined; not by sums
   * @param includeSelf whether the slices already there take part
   * @return a new tensor of this shape
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexReduce(
      int dim, Tensor index, Tensor source, Reduce reduce, boolean includeSelf) {
    var how = new Combination(reduce, includeSelf);
    return Scattering.indexReduce(self(), dim, index, source, how);
  }

  /**
   * {@link #indexReduce} in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param index a vector of positions
   * @param source one slice per position
   * @param reduce how they are combined; not by sums
   * @param includeSelf whether the slices already there take part
   * @return this tensor
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a position is outside
   */
  default Tensor indexReduce_(
      int dim, Tensor index, Tensor source, Reduce reduce, boolean includeSelf) {
    var how = new Combination(reduce, includeSelf);
    return Scattering.indexReduceInPlace(self(), dim, index, source, how);
  }
}
