package dev.adjoint;

import dev.adjoint.ops.Conversions;
import dev.adjoint.ops.Creation;
import dev.adjoint.ops.Distances;
import dev.adjoint.ops.Indexing;
import dev.adjoint.ops.NestedArrays;
import dev.adjoint.ops.Scalar;

/** New tensors of the type of another one, copies, and conversions under their short names. */
public sealed interface NewTensorMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * A tensor of this type from nested Java arrays.
   *
   * @param array an array of numbers or truth values, of any rank
   * @return a new tensor
   * @throws IllegalArgumentException if the lengths differ or it is no such array
   */
  @NoDiff
  default Tensor newTensor(Object array) {
    return Conversions.detach(NestedArrays.tensor(array)).to(self().dtype());
  }

  /**
   * Zeros of this type.
   *
   * @param shape the sizes
   * @return a new tensor
   */
  @NoDiff
  default Tensor newZeros(long... shape) {
    return Creation.zeros(self().dtype(), shape);
  }

  /**
   * Ones of this type.
   *
   * @param shape the sizes
   * @return a new tensor
   */
  @NoDiff
  default Tensor newOnes(long... shape) {
    return Creation.full(Scalar.of(1L), self().dtype(), Creation.sizes(shape));
  }

  /**
   * A tensor of this type whose elements are unspecified.
   *
   * @param shape the sizes
   * @return a new tensor
   */
  @NoDiff
  default Tensor newEmpty(long... shape) {
    return Creation.zeros(self().dtype(), Creation.sizes(shape));
  }

  /**
   * One number of this type everywhere.
   *
   * @param shape the sizes
   * @param value the number
   * @return a new tensor
   */
  @NoDiff
  default Tensor newFull(long[] shape, double value) {
    return Creation.full(Scalar.of(value), self().dtype(), Creation.sizes(shape));
  }

  /**
   * One integer, in this type, everywhere.
   *
   * @param shape the sizes
   * @param value the integer
   * @return a new tensor
   */
  @NoDiff
  default Tensor newFull(long[] shape, long value) {
    return Creation.full(Scalar.of(value), self().dtype(), Creation.sizes(shape));
  }

  /**
   * The elements as int16.
   *
   * @return a tensor; this one if it has the type
   */
  @NoDiff
  default Tensor toShort() {
    return Conversions.to(self(), DType.INT16);
  }

  /**
   * The elements as int8.
   *
   * @return a tensor; this one if it has the type
   */
  @NoDiff
  default Tensor toChar() {
    return Conversions.to(self(), DType.INT8);
  }

  /**
   * The elements as uint8.
   *
   * @return a tensor; this one if it has the type
   */
  @NoDiff
  default Tensor toByte() {
    return Conversions.to(self(), DType.UINT8);
  }

  /**
   * The tensor in main memory, where all tensors are.
   *
   * @return this tensor
   */
  default Tensor cpu() {
    return self();
  }

  /**
   * A copy of {@link IndexMethods#narrow}.
   *
   * @param dim the dimension; negative ones count from the end
   * @param start the first position
   * @param length how many
   * @return a new tensor
   * @throws IllegalArgumentException if the range is outside
   */
  default Tensor narrowCopy(int dim, long start, long length) {
    return Indexing.narrowCopy(self(), dim, start, length);
  }

  /**
   * Another name of {@link PartMethods#split(long[], int)}.
   *
   * @param splitSizes the lengths, which add up to the size
   * @param dim the dimension; negative ones count from the end
   * @return views
   * @throws IllegalArgumentException if they do not add up
   */
  default Tensor[] splitWithSizes(long[] splitSizes, int dim) {
    return self().split(splitSizes, dim);
  }

  /**
   * The p-norm of the difference. Derivative: that of {@code norm}.
   *
   * @param other shapes broadcast
   * @param p which norm
   * @return a scalar
   */
  default Tensor dist(Tensor other, double p) {
    return Distances.dist(self(), other, p);
  }
}
