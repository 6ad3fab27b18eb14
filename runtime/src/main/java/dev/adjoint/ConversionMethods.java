package dev.adjoint;

import dev.adjoint.ops.Conversions;
import dev.adjoint.ops.Dense;

/** Conversions between element types, to numbers and to arrays. */
public sealed interface ConversionMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The elements as another type; floating-point numbers are truncated towards zero on the way to
   * integers. Derivative: {@code gradOutput}, converted back.
   *
   * @param dtype the wanted type
   * @return this tensor if it has that type, else a new one
   */
  default Tensor to(DType dtype) {
    return Conversions.to(self(), dtype);
  }

  /**
   * As {@code to(DType.FLOAT32)}.
   *
   * @return this tensor if it has that type, else a new one
   */
  default Tensor toFloat() {
    return Conversions.to(self(), DType.FLOAT32);
  }

  /**
   * As {@code to(DType.FLOAT64)}.
   *
   * @return this tensor if it has that type, else a new one
   */
  default Tensor toDouble() {
    return Conversions.to(self(), DType.FLOAT64);
  }

  /**
   * As {@code to(DType.INT64)}.
   *
   * @return this tensor if it has that type, else a new one
   */
  @NoDiff
  default Tensor toLong() {
    return Conversions.to(self(), DType.INT64);
  }

  /**
   * As {@code to(DType.INT32)}.
   *
   * @return this tensor if it has that type, else a new one
   */
  @NoDiff
  default Tensor toInt() {
    return Conversions.to(self(), DType.INT32);
  }

  /**
   * As {@code to(DType.BOOL)}.
   *
   * @return this tensor if it has that type, else a new one
   */
  @NoDiff
  default Tensor toBool() {
    return Conversions.to(self(), DType.BOOL);
  }

  /**
   * Elements one after the other in row-major order. Derivative: {@code gradOutput}.
   *
   * @return this tensor if it is contiguous, else a dense copy
   */
  default Tensor contiguous() {
    return Conversions.contiguous(self());
  }

  /**
   * The only element.
   *
   * @return the element as a number
   * @throws IllegalArgumentException unless there is exactly one element
   */
  default double item() {
    return Conversions.item(self());
  }

  /**
   * The only element.
   *
   * @return the element as an integer, truncated towards zero
   * @throws IllegalArgumentException unless there is exactly one element
   */
  default long itemLong() {
    return Conversions.itemLong(self());
  }

  /**
   * The only element.
   *
   * @return whether the element is not zero
   * @throws IllegalArgumentException unless there is exactly one element
   */
  default boolean itemBoolean() {
    return Conversions.item(self()) != 0;
  }

  /**
   * A copy of the elements in row-major order.
   *
   * @return a new array of {@code double} values
   */
  default double[] toDoubleArray() {
    return (double[]) Dense.copy(self(), DType.FLOAT64);
  }

  /**
   * A copy of the elements in row-major order.
   *
   * @return a new array of {@code float} values
   */
  default float[] toFloatArray() {
    return (float[]) Dense.copy(self(), DType.FLOAT32);
  }

  /**
   * A copy of the elements in row-major order.
   *
   * @return a new array of {@code long} values
   */
  default long[] toLongArray() {
    return (long[]) Dense.copy(self(), DType.INT64);
  }
}
