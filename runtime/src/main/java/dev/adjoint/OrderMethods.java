package dev.adjoint;

import dev.adjoint.ops.Ordering;

/** Elements picked by their order. */
public sealed interface OrderMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The elements in order, equal ones as they come. Derivative: the gradient at their places.
   *
   * @param dim the dimension; negative ones count from the end
   * @param descending whether the largest comes first
   * @return values and places
   */
  default MaxResult sort(int dim, boolean descending) {
    return Ordering.sort(self(), dim, descending);
  }

  /**
   * The places of the elements in order. No derivative.
   *
   * @param dim the dimension; negative ones count from the end
   * @param descending whether the largest comes first
   * @return an {@code int64} tensor
   */
  @NoDiff
  default Tensor argsort(int dim, boolean descending) {
    return Ordering.sort(self().detach(), dim, descending).indices();
  }

  /**
   * The first few elements in order. Derivative: the gradient at their places.
   *
   * @param k how many
   * @param dim the dimension; negative ones count from the end
   * @param largest whether the largest are taken, else the smallest
   * @return values and places
   */
  default MaxResult topk(int k, int dim, boolean largest) {
    return Ordering.topk(self(), k, dim, largest);
  }

  /**
   * The {@code k}-th smallest element. Derivative: the gradient at its place.
   *
   * @param k which, counted from 1
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return values and places
   */
  default MaxResult kthvalue(int k, int dim, boolean keepdim) {
    return Ordering.kthvalue(self(), k, dim, keepdim);
  }

  /**
   * The element in the middle of all, the lower one of two. Derivative: the gradient at its place.
   *
   * @return a scalar tensor
   */
  default Tensor median() {
    return Ordering.median(self(), false);
  }

  /**
   * The element in the middle, the lower one of two. Derivative: the gradient at its place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return values and places
   */
  default MaxResult median(int dim, boolean keepdim) {
    return Ordering.median(self(), dim, keepdim, false);
  }

  /**
   * The median of the numbers among all elements. Derivative: the gradient at its place.
   *
   * @return a scalar tensor
   */
  default Tensor nanmedian() {
    return Ordering.median(self(), true);
  }

  /**
   * The median of the numbers. Derivative: the gradient at its place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return values and places
   */
  default MaxResult nanmedian(int dim, boolean keepdim) {
    return Ordering.median(self(), dim, keepdim, true);
  }

  /**
   * The most frequent element, the smallest of several. Derivative: the gradient at its place.
   *
   * @param dim the dimension; negative ones count from the end
   * @param keepdim whether reduced dimensions stay, with size 1
   * @return values and places
   */
  default MaxResult mode(int dim, boolean keepdim) {
    return Ordering.mode(self(), dim, keepdim);
  }
}
