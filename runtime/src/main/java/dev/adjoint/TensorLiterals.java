package dev.adjoint;

import dev.adjoint.ops.Creation;
import dev.adjoint.ops.Nested;
import dev.adjoint.ops.Scalar;

/**
 * Tensors from Java numbers and arrays. Without a type given, floating-point values become {@code
 * float32}, integers {@code int64}, truth values {@code bool}.
 */
public abstract sealed class TensorLiterals extends TensorContractions permits TensorGrids {
  TensorLiterals() {}

  /**
   * A number without dimensions.
   *
   * @param value the value
   * @return a {@code float32} tensor
   */
  public static Tensor tensor(double value) {
    return Creation.full(Scalar.of(value), DType.FLOAT32);
  }

  /**
   * A number without dimensions.
   *
   * @param value the value
   * @param dtype the element type
   * @return a tensor of that type
   */
  public static Tensor tensor(double value, DType dtype) {
    return Creation.full(Scalar.of(value), dtype);
  }

  /**
   * An integer without dimensions.
   *
   * @param value the value
   * @return an {@code int64} tensor
   */
  public static Tensor tensor(long value) {
    return Creation.full(Scalar.of(value), DType.INT64);
  }

  /**
   * An integer without dimensions.
   *
   * @param value the value
   * @param dtype the element type
   * @return a tensor of that type
   */
  public static Tensor tensor(long value, DType dtype) {
    return Creation.full(Scalar.of(value), dtype);
  }

  /**
   * A truth value without dimensions.
   *
   * @param value the value
   * @return a {@code bool} tensor
   */
  public static Tensor tensor(boolean value) {
    return Creation.scalar(value);
  }

  /**
   * A vector.
   *
   * @param values the elements, copied
   * @return a {@code float32} tensor
   */
  public static Tensor tensor(double[] values) {
    return Creation.of(values, DType.FLOAT32, values.length);
  }

  /**
   * A vector.
   *
   * @param values the elements, copied
   * @param dtype the element type
   * @return a tensor of that type
   */
  public static Tensor tensor(double[] values, DType dtype) {
    return Creation.of(values, dtype, values.length);
  }

  /**
   * A matrix.
   *
   * @param values the elements, copied
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(double[][] values) {
    return Nested.tensor(values, DType.FLOAT32);
  }

  /**
   * A matrix.
   *
   * @param values the elements, copied
   * @param dtype the element type
   * @return a tensor of that type
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(double[][] values, DType dtype) {
    return Nested.tensor(values, dtype);
  }

  /**
   * A tensor of rank 3.
   *
   * @param values the elements, copied
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(double[][][] values) {
    return Nested.tensor(values, DType.FLOAT32);
  }

  /**
   * A tensor of rank 3.
   *
   * @param values the elements, copied
   * @param dtype the element type
   * @return a tensor of that type
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(double[][][] values, DType dtype) {
    return Nested.tensor(values, dtype);
  }

  /**
   * A vector.
   *
   * @param values the elements, copied
   * @return a {@code float32} tensor
   */
  public static Tensor tensor(float[] values) {
    return Creation.of(values, DType.FLOAT32, values.length);
  }

  /**
   * A matrix.
   *
   * @param values the elements, copied
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(float[][] values) {
    return Nested.tensor(values, DType.FLOAT32);
  }

  /**
   * A tensor of rank 3.
   *
   * @param values the elements, copied
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(float[][][] values) {
    return Nested.tensor(values, DType.FLOAT32);
  }

  /**
   * A vector.
   *
   * @param values the elements, copied
   * @return an {@code int64} tensor
   */
  public static Tensor tensor(long[] values) {
    return Creation.of(values, DType.INT64, values.length);
  }

  /**
   * A vector.
   *
   * @param values the elements, copied
   * @param dtype the element type
   * @return a tensor of that type
   */
  public static Tensor tensor(long[] values, DType dtype) {
    return Creation.of(values, dtype, values.length);
  }

  /**
   * A matrix.
   *
   * @param values the elements, copied
   * @return an {@code int64} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(long[][] values) {
    return Nested.tensor(values, DType.INT64);
  }

  /**
   * A matrix.
   *
   * @param values the elements, copied
   * @param dtype the element type
   * @return a tensor of that type
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(long[][] values, DType dtype) {
    return Nested.tensor(values, dtype);
  }

  /**
   * A tensor of rank 3.
   *
   * @param values the elements, copied
   * @return an {@code int64} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(long[][][] values) {
    return Nested.tensor(values, DType.INT64);
  }

  /**
   * A tensor of rank 3.
   *
   * @param values the elements, copied
   * @param dtype the element type
   * @return a tensor of that type
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(long[][][] values, DType dtype) {
    return Nested.tensor(values, dtype);
  }

  /**
   * A vector.
   *
   * @param values the elements, copied
   * @return a {@code bool} tensor
   */
  public static Tensor tensor(boolean[] values) {
    return Creation.of(values, values.length);
  }

  /**
   * A matrix.
   *
   * @param values the elements, copied
   * @return a {@code bool} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(boolean[][] values) {
    return Nested.tensor(values);
  }

  /**
   * A tensor of rank 3.
   *
   * @param values the elements, copied
   * @return a {@code bool} tensor
   * @throws IllegalArgumentException if rows differ in length
   */
  public static Tensor tensor(boolean[][][] values) {
    return Nested.tensor(values);
  }
}
