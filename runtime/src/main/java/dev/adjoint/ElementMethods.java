package dev.adjoint;

import dev.adjoint.ops.Elements;
import dev.adjoint.ops.NestedArrays;
import dev.adjoint.ops.Views;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Elements as Java arrays, Java functions of elements, and what a tensor is made of. */
public sealed interface ElementMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The elements as nested Java arrays: {@code double[][]} of a float64 matrix, {@code boolean[]}
   * of a vector of truth values. Bytes without a sign become {@code short}.
   *
   * @return a new array of as many levels as there are dimensions; the boxed element of a scalar
   */
  @NoDiff
  default Object toArray() {
    return NestedArrays.array(self());
  }

  /**
   * Replaces every element by a function of it.
   *
   * @param function called once for each element, in row-major order
   * @return this tensor
   * @throws IllegalArgumentException if the tensor requires a gradient
   */
  default Tensor apply_(DoubleUnaryOperator function) {
    return Elements.apply(self(), function);
  }

  /**
   * Replaces every element by a function of it and one of another tensor.
   *
   * @param other broadcast to this shape
   * @param function called once for each element, in row-major order
   * @return this tensor
   * @throws IllegalArgumentException if a tensor requires a gradient
   */
  default Tensor map_(Tensor other, DoubleBinaryOperator function) {
    return Elements.map(self(), other, function);
  }

  /**
   * Whether the elements are floating-point numbers.
   *
   * @return true for float32 and float64
   */
  @NoDiff
  default boolean isFloatingPoint() {
    return self().dtype().isFloatingPoint();
  }

  /**
   * Whether the elements may be negative.
   *
   * @return false for truth values and uint8
   */
  @NoDiff
  default boolean isSigned() {
    return self().dtype() != DType.BOOL && self().dtype() != DType.UINT8;
  }

  /**
   * Whether the elements are complex numbers.
   *
   * @return false: there are none
   */
  @NoDiff
  default boolean isComplex() {
    return false;
  }

  /**
   * Whether the only element is not zero.
   *
   * @return true if it is not
   * @throws IllegalArgumentException unless there is exactly one
   */
  @NoDiff
  default boolean isNonzero() {
    return self().itemBoolean();
  }

  /**
   * Whether another tensor has this shape.
   *
   * @param other any tensor
   * @return true for the same sizes
   */
  @NoDiff
  default boolean isSameSize(Tensor other) {
    return Arrays.equals(self().shape(), other.shape());
  }

  /**
   * The size of an element.
   *
   * @return in bytes
   */
  @NoDiff
  default int elementSize() {
    return self().dtype().elementSize();
  }

  /**
   * The distance in the storage between neighbours along a dimension.
   *
   * @param dim the dimension; negative ones count from the end
   * @return in elements
   */
  @NoDiff
  default long stride(int dim) {
    return self().strides()[Views.present(dim, self().dim())];
  }
}
