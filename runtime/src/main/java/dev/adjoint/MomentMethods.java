package dev.adjoint;

import dev.adjoint.ops.Moments;
import dev.adjoint.ops.Multiplications;
import dev.adjoint.ops.Summaries;

/** Reductions beyond sums and means. */
public sealed interface MomentMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The unbiased variance of all elements. Derivative: {@code gradOutput * 2 (self - mean) / (n -
   * 1)}.
   *
   * @return a scalar tensor
   */
  default Tensor var() {
    return var(new int[0], 1, false);
  }

  /**
   * Variances over dimensions. Derivative: {@code gradOutput * 2 (self - mean) / (n - correction)}.
   *
   * @param dim the dimensions; all if there are none
   * @param correction what is taken from the count: 1 for the unbiased estimate
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor var(int[] dim, double correction, boolean keepdim) {
    return Moments.var(self(), dim, correction, keepdim);
  }

  /**
   * The root of the unbiased variance of all elements. Derivative: 0 where the result is 0.
   *
   * @return a scalar tensor
   */
  default Tensor std() {
    return std(new int[0], 1, false);
  }

  /**
   * Roots of variances over dimensions. Derivative: that of the variance over twice the result, 0
   * where that is 0.
   *
   * @param dim the dimensions; all if there are none
   * @param correction what is taken from the count: 1 for the unbiased estimate
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor std(int[] dim, double correction, boolean keepdim) {
    return Moments.std(self(), dim, correction, keepdim);
  }

  /**
   * Variances and means over dimensions. Derivative: the sum of those of both.
   *
   * @param dim the dimensions; all if there are none
   * @param correction what is taken from the count: 1 for the unbiased estimate
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return two new tensors
   */
  default VarMeanResult varMean(int[] dim, double correction, boolean keepdim) {
    return Moments.varMean(self(), dim, correction, keepdim);
  }

  /**
   * Standard deviations and means over dimensions. Derivative: the sum of those of both.
   *
   * @param dim the dimensions; all if there are none
   * @param correction what is taken from the count: 1 for the unbiased estimate
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return two new tensors
   */
  default StdMeanResult stdMean(int[] dim, double correction, boolean keepdim) {
    return Moments.stdMean(self(), dim, correction, keepdim);
  }

  /**
   * The product of all elements; integers multiply in {@code int64}. Derivative: the product of the
   * others.
   *
   * @return a scalar tensor
   */
  default Tensor prod() {
    return Multiplications.prod(self());
  }

  /**
   * Products along a dimension; integers multiply in {@code int64}. Derivative: the product of the
   * others.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor prod(int dim, boolean keepdim) {
    return Multiplications.prod(self(), dim, keepdim);
  }

  /**
   * The largest elements over dimensions. Derivative: the gradient, shared evenly by all that
   * attain it.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor amax(int[] dim, boolean keepdim) {
    return Summaries.amax(self(), dim, keepdim);
  }

  /**
   * The smallest elements over dimensions. Derivative: the gradient, shared evenly by all that
   * attain it.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor amin(int[] dim, boolean keepdim) {
    return Summaries.amin(self(), dim, keepdim);
  }

  /**
   * The smallest and the largest elements over dimensions. Derivative: shared among equal elements.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return two new tensors
   */
  default AminmaxResult aminmax(int[] dim, boolean keepdim) {
    return Summaries.aminmax(self(), dim, keepdim);
  }

  /**
   * Sums over dimensions that leave NaN out. Derivative: the gradient where there is a number.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor nansum(int[] dim, boolean keepdim) {
    return Summaries.nansum(self(), dim, keepdim);
  }

  /**
   * Means over dimensions that leave NaN out. Derivative: the gradient over the count where there
   * is a number.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor nanmean(int[] dim, boolean keepdim) {
    return Summaries.nanmean(self(), dim, keepdim);
  }

  /**
   * Whether no element is zero, over dimensions. No derivative.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor all(int[] dim, boolean keepdim) {
    return Summaries.all(self(), dim, keepdim);
  }

  /**
   * Whether some element is not zero, over dimensions. No derivative.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor any(int[] dim, boolean keepdim) {
    return Summaries.any(self(), dim, keepdim);
  }

  /**
   * The number of elements that are not zero, over dimensions. No derivative.
   *
   * @param dim the dimensions; all if there are none
   * @return an {@code int64} tensor
   */
  @NoDiff
  default Tensor countNonzero(int[] dim) {
    return Summaries.countNonzero(self(), dim);
  }
}
