package dev.adjoint;

import dev.adjoint.ops.Closeness;
import dev.adjoint.ops.Counting;
import org.jspecify.annotations.Nullable;

/** How close elements are, and how often they occur. */
public sealed interface CountMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Whether elements differ by {@code atol + rtol |other|} at most.
   *
   * @param other of this type; shapes broadcast
   * @param rtol tolerance relative to {@code other}
   * @param atol absolute tolerance
   * @param equalNan whether NaN is close to NaN
   * @return truth values
   * @throws IllegalArgumentException if the types differ or a tolerance is negative
   */
  @NoDiff
  default Tensor isclose(Tensor other, double rtol, double atol, boolean equalNan) {
    return Closeness.isclose(self(), other, rtol, atol, equalNan);
  }

  /**
   * {@link #isclose(Tensor, double, double, boolean)} with tolerances 1e-5 and 1e-8.
   *
   * @param other of this type; shapes broadcast
   * @return truth values
   * @throws IllegalArgumentException if the types differ
   */
  @NoDiff
  default Tensor isclose(Tensor other) {
    return Closeness.isclose(self(), other, 1e-5, 1e-8, false);
  }

  /**
   * Whether all elements differ by {@code atol + rtol |other|} at most.
   *
   * @param other of this type; shapes broadcast
   * @param rtol tolerance relative to {@code other}
   * @param atol absolute tolerance
   * @param equalNan whether NaN is close to NaN
   * @return true if they do
   * @throws IllegalArgumentException if the types differ or a tolerance is negative
   */
  @NoDiff
  default boolean allclose(Tensor other, double rtol, double atol, boolean equalNan) {
    return Closeness.allclose(self(), other, rtol, atol, equalNan);
  }

  /**
   * {@link #allclose(Tensor, double, double, boolean)} with tolerances 1e-5 and 1e-8.
   *
   * @param other of this type; shapes broadcast
   * @return true if they do
   * @throws IllegalArgumentException if the types differ
   */
  @NoDiff
  default boolean allclose(Tensor other) {
    return Closeness.allclose(self(), other, 1e-5, 1e-8, false);
  }

  /**
   * How many elements lie in each of some intervals of equal width.
   *
   * @param bins the number of intervals
   * @param min the lower end; equal to {@code max} for the smallest element
   * @param max the upper end, inclusive
   * @return a vector of counts, of this type
   * @throws IllegalArgumentException if the ends are not finite or in the wrong order
   */
  @NoDiff
  default Tensor histc(long bins, double min, double max) {
    return Counting.histc(self(), bins, min, max);
  }

  /**
   * How elements are spread over intervals of equal width.
   *
   * @param bins the number of intervals
   * @param range the lower and upper end; null for the smallest and largest element
   * @param weight how much each element counts; null for 1
   * @param density whether the integral over all intervals shall be 1
   * @return the spread and the bounds
   * @throws IllegalArgumentException if the ends are in the wrong order
   */
  @NoDiff
  default HistogramResult histogram(
      long bins, double @Nullable [] range, @Nullable Tensor weight, boolean density) {
    return Counting.histogram(self(), bins, range, weight, density);
  }

  /**
   * How elements are spread over given intervals.
   *
   * @param bins the bounds of the intervals, ascending
   * @param weight how much each element counts; null for 1
   * @param density whether the integral over all intervals shall be 1
   * @return the spread and the bounds
   * @throws IllegalArgumentException if the types or shapes do not fit
   */
  @NoDiff
  default HistogramResult histogram(Tensor bins, @Nullable Tensor weight, boolean density) {
    return Counting.histogram(self(), bins, weight, density);
  }

  /**
   * How often each of the numbers from zero on occurs in a vector of integers.
   *
   * @param weights how much each element counts; null for 1
   * @param minlength the least length of the result
   * @return a vector of counts
   * @throws IllegalArgumentException if a number is negative, or the weights do not fit
   */
  @NoDiff
  default Tensor bincount(@Nullable Tensor weights, long minlength) {
    return Counting.bincount(self(), weights, minlength);
  }
}
