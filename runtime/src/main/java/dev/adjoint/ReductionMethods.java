package dev.adjoint;

import dev.adjoint.ops.Arithmetic;
import dev.adjoint.ops.Extrema;
import dev.adjoint.ops.Reductions;

/** Reductions over some or all dimensions. */
public sealed interface ReductionMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The sum of all elements; integers add up in {@code int64}. Derivative: {@code gradOutput},
   * stretched to this shape.
   *
   * @return a new tensor without dimensions
   */
  default Tensor sum() {
    return Reductions.sum(self());
  }

  /**
   * The sum over dimensions; integers add up in {@code int64}. Derivative: {@code gradOutput},
   * stretched to this shape.
   *
   * @param dim the dimensions; negative ones count from the end, none mean all
   * @return a new tensor without those dimensions
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor sum(int... dim) {
    return Reductions.sum(self(), dim, false);
  }

  /**
   * The sum over a dimension; integers add up in {@code int64}. Derivative: {@code gradOutput},
   * stretched to this shape.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new, smaller tensor
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor sum(int dim, boolean keepdim) {
    return Reductions.sum(self(), new int[] {dim}, keepdim);
  }

  /**
   * The sum over dimensions; integers add up in {@code int64}. Derivative: {@code gradOutput},
   * stretched to this shape.
   *
   * @param dim the dimensions; negative ones count from the end, none mean all
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new, smaller tensor
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor sum(int[] dim, boolean keepdim) {
    return Reductions.sum(self(), dim, keepdim);
  }

  /**
   * The mean of all elements. Derivative: {@code gradOutput} over the number of elements, stretched
   * to this shape.
   *
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   */
  default Tensor mean() {
    return Reductions.mean(self());
  }

  /**
   * The mean over dimensions. Derivative: {@code gradOutput} over the number of elements, stretched
   * to this shape.
   *
   * @param dim the dimensions; negative ones count from the end, none mean all
   * @return a new tensor without those dimensions
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor mean(int... dim) {
    return Reductions.mean(self(), dim, false);
  }

  /**
   * The mean over a dimension. Derivative: {@code gradOutput} over the number of elements,
   * stretched to this shape.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new, smaller tensor
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor mean(int dim, boolean keepdim) {
    return Reductions.mean(self(), new int[] {dim}, keepdim);
  }

  /**
   * The mean over dimensions. Derivative: {@code gradOutput} over the number of elements, stretched
   * to this shape.
   *
   * @param dim the dimensions; negative ones count from the end, none mean all
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new, smaller tensor
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor mean(int[] dim, boolean keepdim) {
    return Reductions.mean(self(), dim, keepdim);
  }

  /**
   * The sum over the dimensions that a smaller shape is broadcast over to give this one.
   * Derivative: {@code gradOutput}, stretched to this shape.
   *
   * @param shape a shape that broadcasts to this one
   * @return a tensor of that shape; this one if nothing is to be summed
   * @throws IllegalArgumentException if the shape does not broadcast to this one
   */
  default Tensor sumToSize(long... shape) {
    return Reductions.sumToSize(self(), shape);
  }

  /**
   * The Euclidean norm of all elements. Derivative: {@code gradOutput * this / result}, 0 at 0.
   *
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   */
  default Tensor norm() {
    return Reductions.norm(self(), 2, new int[0], false);
  }

  /**
   * The p-norm of all elements. Derivative: {@code gradOutput * sign(this) * (|this| /
   * result)^(p-1)}.
   *
   * @param p the order; may be infinite
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   */
  default Tensor norm(double p) {
    return Reductions.norm(self(), p, new int[0], false);
  }

  /**
   * The p-norm over dimensions. Derivative: {@code gradOutput * sign(this) * (|this| /
   * result)^(p-1)}.
   *
   * @param p the order; may be infinite
   * @param dim the dimensions; negative ones count from the end, none mean all
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new, smaller tensor
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor norm(double p, int[] dim, boolean keepdim) {
    return Reductions.norm(self(), p, dim, keepdim);
  }

  /**
   * The largest element; NaN if there is one. Derivative: {@code gradOutput}, shared evenly by
   * equals.
   *
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if there are no elements
   */
  default Tensor max() {
    return Extrema.extreme(self(), true);
  }

  /**
   * The largest elements along a dimension. Derivative: {@code gradOutput} at the first place of
   * each.
   *
   * @param dim the dimension; negative ones count from the end
   * @return values and indices without that dimension
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default MaxResult max(int dim) {
    return Extrema.extreme(self(), dim, false, true);
  }

  /**
   * The largest elements along a dimension. Derivative: {@code gradOutput} at the first place of
   * each.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return values and indices
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default MaxResult max(int dim, boolean keepdim) {
    return Extrema.extreme(self(), dim, keepdim, true);
  }

  /**
   * The larger element of two, as {@link ArithmeticMethods#maximum}.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor max(Tensor other) {
    return Arithmetic.maximum(self(), other);
  }

  /**
   * The first place of the largest element in row-major order. Has no derivative.
   *
   * @return an {@code int64} tensor without dimensions
   */
  @NoDiff
  default Tensor argmax() {
    return Extrema.argExtreme(self(), true);
  }

  /**
   * The first place of the largest element along a dimension. Has no derivative.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return an {@code int64} tensor
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  @NoDiff
  default Tensor argmax(int dim, boolean keepdim) {
    return Extrema.argExtreme(self(), dim, keepdim, true);
  }

  /**
   * The smallest element; NaN if there is one. Derivative: {@code gradOutput}, shared evenly by
   * equals.
   *
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if there are no elements
   */
  default Tensor min() {
    return Extrema.extreme(self(), false);
  }

  /**
   * The smallest elements along a dimension. Derivative: {@code gradOutput} at the first place of
   * each.
   *
   * @param dim the dimension; negative ones count from the end
   * @return values and indices without that dimension
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default MaxResult min(int dim) {
    return Extrema.extreme(self(), dim, false, false);
  }

  /**
   * The smallest elements along a dimension. Derivative: {@code gradOutput} at the first place of
   * each.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return values and indices
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default MaxResult min(int dim, boolean keepdim) {
    return Extrema.extreme(self(), dim, keepdim, false);
  }

  /**
   * The smaller element of two, as {@link ArithmeticMethods#minimum}.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor min(Tensor other) {
    return Arithmetic.minimum(self(), other);
  }

  /**
   * The first place of the smallest element in row-major order. Has no derivative.
   *
   * @return an {@code int64} tensor without dimensions
   */
  @NoDiff
  default Tensor argmin() {
    return Extrema.argExtreme(self(), false);
  }

  /**
   * The first place of the smallest element along a dimension. Has no derivative.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return an {@code int64} tensor
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  @NoDiff
  default Tensor argmin(int dim, boolean keepdim) {
    return Extrema.argExtreme(self(), dim, keepdim, false);
  }
}
