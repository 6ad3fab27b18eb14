package dev.adjoint;

import dev.adjoint.ops.Buckets;
import dev.adjoint.ops.Differences;
import dev.adjoint.ops.Search;
import org.jspecify.annotations.Nullable;

/**
 * Searches among sorted values, membership, and areas under samples; a superclass of {@link
 * Tensor}.
 */
public abstract sealed class TensorSearches extends TensorGrids permits TensorStacks {
  TensorSearches() {}

  /**
   * Where values would be inserted into sorted ones to keep them sorted.
   *
   * @param sortedSequence ascending in the last dimension; a vector, or of the leading shape of the
   *     values
   * @param values what to look for
   * @param right behind equal values instead of before them
   * @return int64 places of the shape of the values
   * @throws IllegalArgumentException if the shapes do not fit
   */
  @NoDiff
  public static Tensor searchsorted(Tensor sortedSequence, Tensor values, boolean right) {
    return Buckets.searchsorted(sortedSequence, values, new Buckets.Request(false, right), null);
  }

  /**
   * Where values would be inserted into sorted ones to keep them sorted.
   *
   * @param sortedSequence ascending in the last dimension once ordered
   * @param values what to look for
   * @param outInt32 whether the places are int32
   * @param right behind equal values instead of before them
   * @param sorter int64 places that bring the sequence into order; null if it is
   * @return places of the shape of the values
   * @throws IllegalArgumentException if the shapes do not fit
   */
  @NoDiff
  public static Tensor searchsorted(
      Tensor sortedSequence,
      Tensor values,
      boolean outInt32,
      boolean right,
      @Nullable Tensor sorter) {
    return Buckets.searchsorted(
        sortedSequence, values, new Buckets.Request(outInt32, right), sorter);
  }

  /**
   * Between which boundaries values lie.
   *
   * @param values the values
   * @param boundaries an ascending vector
   * @param outInt32 whether the places are int32
   * @param right whether a boundary belongs to the interval above it
   * @return the number of boundaries below each value
   * @throws IllegalArgumentException unless the boundaries are a vector
   */
  @NoDiff
  public static Tensor bucketize(
      Tensor values, Tensor boundaries, boolean outInt32, boolean right) {
    return Buckets.bucketize(values, boundaries, new Buckets.Request(outInt32, right));
  }

  /**
   * Whether elements are among others. NaN never is.
   *
   * @param elements what to look for
   * @param testElements where to look
   * @param invert whether to turn the answer round
   * @return truth values of the shape of the elements
   * @throws IllegalArgumentException of truth values
   */
  @NoDiff
  public static Tensor isin(Tensor elements, Tensor testElements, boolean invert) {
    return Buckets.isin(elements, testElements, invert);
  }

  /**
   * The index in each dimension of row-major positions.
   *
   * @param indices integers
   * @param shape the sizes
   * @return one tensor for each dimension
   * @throws IllegalArgumentException unless they are integers
   */
  @NoDiff
  public static Tensor[] unravelIndex(Tensor indices, long... shape) {
    return Search.unravel(indices, shape);
  }

  /**
   * The area under samples at given places.
   *
   * @param y the samples
   * @param x their places, a vector or of the same shape
   * @param dim the dimension; negative ones count from the end
   * @return a tensor without that dimension
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static Tensor trapezoid(Tensor y, Tensor x, int dim) {
    return Differences.trapezoid(y, x, dim);
  }

  /**
   * The area under samples at equal distances.
   *
   * @param y the samples
   * @param dx their distance
   * @param dim the dimension; negative ones count from the end
   * @return a tensor without that dimension
   */
  public static Tensor trapezoid(Tensor y, double dx, int dim) {
    return Differences.trapezoid(y, dx, dim);
  }

  /**
   * The areas under samples at given places, up to each of them.
   *
   * @param y the samples
   * @param x their places, a vector or of the same shape
   * @param dim the dimension; negative ones count from the end
   * @return a tensor that is smaller by 1 in that dimension
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static Tensor cumulativeTrapezoid(Tensor y, Tensor x, int dim) {
    return Differences.cumulativeTrapezoid(y, x, dim);
  }

  /**
   * The areas under samples at equal distances, up to each of them.
   *
   * @param y the samples
   * @param dx their distance
   * @param dim the dimension; negative ones count from the end
   * @return a tensor that is smaller by 1 in that dimension
   */
  public static Tensor cumulativeTrapezoid(Tensor y, double dx, int dim) {
    return Differences.cumulativeTrapezoid(y, dx, dim);
  }
}
