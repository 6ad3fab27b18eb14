package dev.adjoint;

import dev.adjoint.ops.Comparisons;
import dev.adjoint.ops.Creation;
import dev.adjoint.ops.Joining;
import dev.adjoint.ops.Scalar;
import java.util.List;

/**
 * The factories of {@link Tensor} beyond {@link TensorLiterals} and {@link RandomFactories}.
 * Without a type given, elements are {@code float32}, of factories of integers {@code int64}.
 */
public abstract sealed class TensorFactories extends RandomFactories permits Tensor {
  TensorFactories() {}

  /**
   * Zeros.
   *
   * @param shape the sizes
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor zeros(long... shape) {
    return Creation.zeros(DType.FLOAT32, shape);
  }

  /**
   * Zeros.
   *
   * @param dtype the element type
   * @param shape the sizes
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor zeros(DType dtype, long... shape) {
    return Creation.zeros(dtype, shape);
  }

  /**
   * Zeros in the shape and type of another tensor.
   *
   * @param other the other tensor
   * @return a new tensor
   */
  @NoDiff
  public static Tensor zerosLike(Tensor other) {
    return Creation.zeros(other.dtype(), other.layout().sizes());
  }

  /**
   * Ones.
   *
   * @param shape the sizes
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor ones(long... shape) {
    return Creation.full(Scalar.of(1L), DType.FLOAT32, Creation.sizes(shape));
  }

  /**
   * Ones.
   *
   * @param dtype the element type
   * @param shape the sizes
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor ones(DType dtype, long... shape) {
    return Creation.full(Scalar.of(1L), dtype, Creation.sizes(shape));
  }

  /**
   * Ones in the shape and type of another tensor.
   *
   * @param other the other tensor
   * @return a new tensor
   */
  @NoDiff
  public static Tensor onesLike(Tensor other) {
    return Creation.full(Scalar.of(1L), other.dtype(), other.layout().sizes());
  }

  /**
   * Unspecified values, in fact zeros.
   *
   * @param dtype the element type
   * @param shape the sizes
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor empty(DType dtype, long... shape) {
    return Creation.zeros(dtype, Creation.sizes(shape));
  }

  /**
   * Unspecified values, in fact zeros.
   *
   * @param shape the sizes
   * @return a {@code float32} tensor
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor empty(long... shape) {
    return Creation.zeros(DType.FLOAT32, Creation.sizes(shape));
  }

  /**
   * One number everywhere.
   *
   * @param shape the sizes
   * @param value the number
   * @return a tensor of type {@code float32}
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor full(long[] shape, double value) {
    return Creation.full(Scalar.of(value), DType.FLOAT32, Creation.sizes(shape));
  }

  /**
   * One number everywhere.
   *
   * @param shape the sizes
   * @param value the number
   * @param dtype the element type
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor full(long[] shape, double value, DType dtype) {
    return Creation.full(Scalar.of(value), dtype, Creation.sizes(shape));
  }

  /**
   * One number everywhere, in the shape and type of another tensor.
   *
   * @param other the other tensor
   * @param value the number
   * @return a new tensor
   */
  @NoDiff
  public static Tensor fullLike(Tensor other, double value) {
    return Creation.full(Scalar.of(value), other.dtype(), other.layout().sizes());
  }

  /**
   * One number everywhere.
   *
   * @param shape the sizes
   * @param value the number
   * @return a tensor of type {@code int64}
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor full(long[] shape, long value) {
    return Creation.full(Scalar.of(value), DType.INT64, Creation.sizes(shape));
  }

  /**
   * One number everywhere.
   *
   * @param shape the sizes
   * @param value the number
   * @param dtype the element type
   * @return a tensor of that type
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor full(long[] shape, long value, DType dtype) {
    return Creation.full(Scalar.of(value), dtype, Creation.sizes(shape));
  }

  /**
   * One truth value everywhere.
   *
   * @param shape the sizes
   * @param value the truth value
   * @return a tensor of type {@code bool}
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor full(long[] shape, boolean value) {
    return Creation.full(Scalar.of(value ? 1L : 0L), DType.BOOL, Creation.sizes(shape));
  }

  /**
   * One number everywhere, in the shape and type of another tensor.
   *
   * @param other the other tensor
   * @param value the number
   * @return a new tensor
   */
  @NoDiff
  public static Tensor fullLike(Tensor other, long value) {
    return Creation.full(Scalar.of(value), other.dtype(), other.layout().sizes());
  }

  /**
   * Ones on the diagonal of a square matrix.
   *
   * @param n rows and columns
   * @return a {@code float32} matrix
   */
  public static Tensor eye(long n) {
    return Creation.eye(n, n, DType.FLOAT32);
  }

  /**
   * Ones on the diagonal of a matrix.
   *
   * @param n rows
   * @param m columns
   * @return a {@code float32} matrix
   */
  public static Tensor eye(long n, long m) {
    return Creation.eye(n, m, DType.FLOAT32);
  }

  /**
   * Ones on the diagonal of a matrix.
   *
   * @param n rows
   * @param m columns
   * @param dtype the element type
   * @return a matrix of that type
   */
  public static Tensor eye(long n, long m, DType dtype) {
    return Creation.eye(n, m, dtype);
  }

  /**
   * Integers from 0, exclusive of the end.
   *
   * @param end the bound
   * @return a vector of type {@code int64}
   * @throws IllegalArgumentException if the step is zero or leads away from the end
   */
  public static Tensor arange(long end) {
    return Creation.arange(0L, end, 1L, DType.INT64);
  }

  /**
   * Integers from start, exclusive of the end.
   *
   * @param start the first
   * @param end the bound
   * @return a vector of type {@code int64}
   * @throws IllegalArgumentException if the step is zero or leads away from the end
   */
  public static Tensor arange(long start, long end) {
    return Creation.arange(start, end, 1L, DType.INT64);
  }

  /**
   * Integers from start in steps, exclusive of the end.
   *
   * @param start the first
   * @param end the bound
   * @param step the distance
   * @return a vector of type {@code int64}
   * @throws IllegalArgumentException if the step is zero or leads away from the end
   */
  public static Tensor arange(long start, long end, long step) {
    return Creation.arange(start, end, step, DType.INT64);
  }

  /**
   * Numbers from 0, exclusive of the end.
   *
   * @param end the bound
   * @return a vector of type {@code float32}
   * @throws IllegalArgumentException if the step is zero or leads away from the end
   */
  public static Tensor arange(double end) {
    return Creation.arange(0.0, end, 1.0, DType.FLOAT32);
  }

  /**
   * Numbers from start, exclusive of the end.
   *
   * @param start the first
   * @param end the bound
   * @return a vector of type {@code float32}
   * @throws IllegalArgumentException if the step is zero or leads away from the end
   */
  public static Tensor arange(double start, double end) {
    return Creation.arange(start, end, 1.0, DType.FLOAT32);
  }

  /**
   * Numbers from start in steps, exclusive of the end.
   *
   * @param start the first
   * @param end the bound
   * @param step the distance
   * @return a vector of type {@code float32}
   * @throws IllegalArgumentException if the step is zero or leads away from the end
   */
  public static Tensor arange(double start, double end, double step) {
    return Creation.arange(start, end, step, DType.FLOAT32);
  }

  /**
   * The elements of one tensor where a condition holds, else of the other, all broadcast.
   * Derivative: {@code gradOutput} where chosen, else 0.
   *
   * @param condition a {@code bool} tensor
   * @param input chosen where true
   * @param other chosen where false
   * @return a new tensor of the promoted type
   */
  public static Tensor where(Tensor condition, Tensor input, Tensor other) {
    return Comparisons.where(condition, input, other);
  }

  /**
   * Tensors joined along a dimension. Derivative: each its part of {@code gradOutput}.
   *
   * @param tensors of equal sizes but for that dimension
   * @param dim the dimension
   * @return a new tensor
   * @throws IllegalArgumentException if there are none, or sizes differ
   */
  public static Tensor cat(Tensor[] tensors, int dim) {
    return Joining.cat(tensors, dim);
  }

  /**
   * Tensors joined along a new dimension. Derivative: each its slice of {@code gradOutput}.
   *
   * @param tensors of equal shape
   * @param dim the place of the new dimension
   * @return a new tensor
   * @throws IllegalArgumentException if there are none, or shapes differ
   */
  public static Tensor stack(Tensor[] tensors, int dim) {
    return Joining.stack(tensors, dim);
  }

  /**
   * Tensors joined along a dimension, as {@link #cat(Tensor[], int)}.
   *
   * @param tensors of equal sizes but for that dimension
   * @param dim the dimension
   * @return a new tensor
   * @throws IllegalArgumentException if there are none, or sizes differ
   */
  public static Tensor cat(List<Tensor> tensors, int dim) {
    return cat(tensors.toArray(Tensor[]::new), dim);
  }

  /**
   * Tensors joined along a new dimension, as {@link #stack(Tensor[], int)}.
   *
   * @param tensors of equal shape
   * @param dim the place of the new dimension
   * @return a new tensor
   * @throws IllegalArgumentException if there are none, or shapes differ
   */
  public static Tensor stack(List<Tensor> tensors, int dim) {
    return stack(tensors.toArray(Tensor[]::new), dim);
  }
}
