package dev.adjoint;

import dev.adjoint.ops.Distinct;
import dev.adjoint.ops.Search;
import org.jspecify.annotations.Nullable;

/** Where elements are, and which ones there are. */
public sealed interface SearchMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The indices of the elements that are not zero.
   *
   * @return an int64 matrix with a row of indices for each of them
   */
  @NoDiff
  default Tensor nonzero() {
    return Search.nonzero(self());
  }

  /**
   * The indices of the elements that are not zero, as {@link IndexedAccessMethods#index} takes
   * them.
   *
   * @return an int64 vector for each dimension; a scalar counts as a vector
   */
  @NoDiff
  default Tensor[] nonzeroAsTuple() {
    return Search.nonzeroPerDimension(self());
  }

  /**
   * Another name of {@link #nonzero}.
   *
   * @return an int64 matrix with a row of indices for each of them
   */
  @NoDiff
  default Tensor argwhere() {
    return Search.nonzero(self());
  }

  /**
   * The distinct elements in ascending order. There is no derivative: backward through them fails.
   *
   * @return a vector
   */
  default Tensor unique() {
    return Distinct.unique(self(), new Distinct.Request(false, false, null)).values();
  }

  /**
   * The distinct elements, or slices along a dimension, in ascending order. There is no derivative:
   * backward through them fails.
   *
   * @param returnInverse whether to tell the place of each original element among them
   * @param returnCounts whether to count how often each occurs
   * @param dim the dimension of the slices; null for elements
   * @return the elements, and what else was asked for
   * @throws IllegalArgumentException if the slices are empty
   */
  default UniqueResult unique(boolean returnInverse, boolean returnCounts, @Nullable Integer dim) {
    return Distinct.unique(self(), new Distinct.Request(returnInverse, returnCounts, dim));
  }

  /**
   * The first element of each run of equal ones. There is no derivative: backward through them
   * fails.
   *
   * @return a vector
   */
  default Tensor uniqueConsecutive() {
    return Distinct.uniqueConsecutive(self(), new Distinct.Request(false, false, null)).values();
  }

  /**
   * The first of each run of equal elements, or slices along a dimension. There is no derivative:
   * backward through them fails.
   *
   * @param returnInverse whether to tell the place of each original element among them
   * @param returnCounts whether to count how often each occurs
   * @param dim the dimension of the slices; null for elements
   * @return the elements, and what else was asked for
   * @throws IllegalArgumentException if the slices are empty
   */
  default UniqueResult uniqueConsecutive(
      boolean returnInverse, boolean returnCounts, @Nullable Integer dim) {
    return Distinct.uniqueConsecutive(
        self(), new Distinct.Request(returnInverse, returnCounts, dim));
  }
}
