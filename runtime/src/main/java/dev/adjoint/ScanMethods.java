package dev.adjoint;

import dev.adjoint.ops.Accumulations;
import dev.adjoint.ops.ExponentialSums;
import dev.adjoint.ops.Softmax;

/** Running sums and products, and normalised exponentials. */
public sealed interface ScanMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Running sums. Derivative: the running sum of the gradient from the end.
   *
   * @param dim the dimension; negative ones count from the end
   * @return a new tensor
   */
  default Tensor cumsum(int dim) {
    return Accumulations.cumsum(self(), dim);
  }

  /**
   * As {@link #cumsum}, in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @return this tensor
   */
  default Tensor cumsum_(int dim) {
    return Accumulations.cumsumInPlace(self(), dim);
  }

  /**
   * Running products. Derivative: each product over the element, summed from the end; exact at
   * zeros.
   *
   * @param dim the dimension; negative ones count from the end
   * @return a new tensor
   */
  default Tensor cumprod(int dim) {
    return Accumulations.cumprod(self(), dim);
  }

  /**
   * As {@link #cumprod}, in place.
   *
   * @param dim the dimension; negative ones count from the end
   * @return this tensor
   */
  default Tensor cumprod_(int dim) {
    return Accumulations.cumprodInPlace(self(), dim);
  }

  /**
   * Running logarithms of sums of exponentials. Derivative: each element's share of the sums.
   *
   * @param dim the dimension; negative ones count from the end
   * @return a new tensor
   */
  default Tensor logcumsumexp(int dim) {
    return Accumulations.logcumsumexp(self(), dim);
  }

  /**
   * Running maxima and the last place of each. Derivative: the gradient at those places.
   *
   * @param dim the dimension; negative ones count from the end
   * @return values and places
   */
  default MaxResult cummax(int dim) {
    return Accumulations.extreme(self(), dim, true);
  }

  /**
   * Running minima and the last place of each. Derivative: the gradient at those places.
   *
   * @param dim the dimension; negative ones count from the end
   * @return values and places
   */
  default MaxResult cummin(int dim) {
    return Accumulations.extreme(self(), dim, false);
  }

  /**
   * Exponentials over their sum. Derivative: {@code result * (gradOutput - sum(gradOutput *
   * result))}.
   *
   * @param dim the dimension; negative ones count from the end
   * @return a new tensor
   */
  default Tensor softmax(int dim) {
    return Softmax.softmax(self(), dim);
  }

  /**
   * Logarithms of the exponentials over their sum. Derivative: {@code gradOutput - exp(result) *
   * sum(gradOutput)}.
   *
   * @param dim the dimension; negative ones count from the end
   * @return a new tensor
   */
  default Tensor logSoftmax(int dim) {
    return Softmax.logSoftmax(self(), dim);
  }

  /**
   * The logarithm of the sum of the exponentials. Derivative: each exponential's share of the sum.
   *
   * @param dim the dimensions; all if there are none
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return a new tensor
   */
  default Tensor logsumexp(int[] dim, boolean keepdim) {
    return ExponentialSums.logsumexp(self(), dim, keepdim);
  }
}
