package dev.adjoint;

import dev.adjoint.ops.Covariances;
import dev.adjoint.ops.Differences;
import dev.adjoint.ops.Gradients;
import dev.adjoint.ops.Quantiles;
import dev.adjoint.ops.Renorm;
import org.jspecify.annotations.Nullable;

/** Spread, correlation, quantiles and slopes. */
public sealed interface StatisticsMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Covariances of variables, one a row, over observations, one a column.
   *
   * @return a square matrix; a scalar for one variable
   * @throws IllegalArgumentException above two dimensions
   */
  default Tensor cov() {
    return Covariances.cov(self(), 1, null, null);
  }

  /**
   * Covariances of weighted observations.
   *
   * @param correction subtracted from the number of observations
   * @param fweights how often each observation was made, integers; null for once
   * @param aweights how much each observation counts; null for 1
   * @return a square matrix; a scalar for one variable
   * @throws IllegalArgumentException above two dimensions, or if the weights do not fit
   */
  default Tensor cov(long correction, @Nullable Tensor fweights, @Nullable Tensor aweights) {
    return Covariances.cov(self(), correction, fweights, aweights);
  }

  /**
   * Correlations of variables, one a row, over observations, one a column.
   *
   * @return a square matrix of numbers from -1 to 1; a scalar for one variable
   * @throws IllegalArgumentException above two dimensions
   */
  default Tensor corrcoef() {
    return Covariances.corrcoef(self());
  }

  /**
   * Differences of neighbours in the last dimension.
   *
   * @return a tensor that is smaller by 1 in that dimension
   * @throws IllegalArgumentException of scalars
   */
  default Tensor diff() {
    return Differences.diff(self(), 1, -1, null, null);
  }

  /**
   * Differences of neighbours.
   *
   * @param n how many times they are taken
   * @param dim the dimension; negative ones count from the end
   * @return a tensor that is smaller by {@code n} in that dimension
   * @throws IllegalArgumentException of scalars, or if {@code n} is negative
   */
  default Tensor diff(long n, int dim) {
    return Differences.diff(self(), n, dim, null, null);
  }

  /**
   * Differences of neighbours, with more elements before or behind.
   *
   * @param n how many times they are taken
   * @param dim the dimension; negative ones count from the end
   * @param prepend put before this tensor; null for nothing
   * @param append put behind this tensor; null for nothing
   * @return a tensor that is smaller by {@code n} in that dimension
   * @throws IllegalArgumentException of scalars, if {@code n} is negative, or if shapes do not fit
   */
  default Tensor diff(long n, int dim, @Nullable Tensor prepend, @Nullable Tensor append) {
    return Differences.diff(self(), n, dim, prepend, append);
  }

  /**
   * Slopes of a sampled function, of second order within and of the given order at the edges.
   *
   * @param spacing the distance of the samples
   * @param dim the dimensions; none for all
   * @param edgeOrder 1 or 2
   * @return one tensor of this shape for each dimension
   * @throws IllegalArgumentException if a dimension comes twice or is too short
   */
  default Tensor[] gradient(double spacing, int[] dim, int edgeOrder) {
    return Gradients.gradient(self(), spacing, dim, edgeOrder);
  }

  /**
   * Slopes of a function sampled at another distance in each dimension.
   *
   * @param spacing the distance of the samples in each dimension
   * @param dim the dimensions; none for all
   * @param edgeOrder 1 or 2
   * @return one tensor of this shape for each dimension
   * @throws IllegalArgumentException if the counts differ, or a dimension comes twice or is too
   *     short
   */
  default Tensor[] gradient(double[] spacing, int[] dim, int edgeOrder) {
    return Gradients.gradient(self(), spacing, dim, edgeOrder);
  }

  /**
   * Slopes of a function sampled at given coordinates.
   *
   * @param spacing the coordinates in each dimension, vectors
   * @param dim the dimensions; none for all
   * @param edgeOrder 1 or 2
   * @return one tensor of this shape for each dimension
   * @throws IllegalArgumentException if the counts differ, or a dimension comes twice or is too
   *     short
   */
  default Tensor[] gradient(Tensor[] spacing, int[] dim, int edgeOrder) {
    return Gradients.gradient(self(), spacing, dim, edgeOrder);
  }

  /**
   * The element at a fraction of the sorted order; NaN if there is any.
   *
   * @param q the fraction, from 0 to 1
   * @param dim the dimension; null for all elements
   * @param keepdim whether it stays, with size 1
   * @param interpolation {@code linear}, {@code lower}, {@code higher}, {@code midpoint} or {@code
   *     nearest}
   * @return a tensor without that dimension
   * @throws IllegalArgumentException if there are no elements, or they are integers
   */
  default Tensor quantile(double q, @Nullable Integer dim, boolean keepdim, String interpolation) {
    return Quantiles.quantile(self(), q, new Quantiles.Request(dim, keepdim, interpolation, false));
  }

  /**
   * The elements at fractions of the sorted order; NaN if there is any.
   *
   * @param q the fractions, from 0 to 1, of this type; a scalar or a vector
   * @param dim the dimension; null for all elements
   * @param keepdim whether it stays, with size 1
   * @param interpolation {@code linear}, {@code lower}, {@code higher}, {@code midpoint} or {@code
   *     nearest}
   * @return a tensor without that dimension; of a vector, its own comes first
   * @throws IllegalArgumentException if there are no elements, or they are integers
   */
  default Tensor quantile(Tensor q, @Nullable Integer dim, boolean keepdim, String interpolation) {
    return Quantiles.quantile(self(), q, new Quantiles.Request(dim, keepdim, interpolation, false));
  }

  /**
   * {@link #quantile(double, Integer, boolean, String)} of the elements that are not NaN.
   *
   * @param q the fraction, from 0 to 1
   * @param dim the dimension; null for all elements
   * @param keepdim whether it stays, with size 1
   * @param interpolation {@code linear}, {@code lower}, {@code higher}, {@code midpoint} or {@code
   *     nearest}
   * @return a tensor without that dimension
   * @throws IllegalArgumentException if there are no elements, or they are integers
   */
  default Tensor nanquantile(
      double q, @Nullable Integer dim, boolean keepdim, String interpolation) {
    return Quantiles.quantile(self(), q, new Quantiles.Request(dim, keepdim, interpolation, true));
  }

  /**
   * {@link #quantile(Tensor, Integer, boolean, String)} of the elements that are not NaN.
   *
   * @param q the fractions, from 0 to 1, of this type; a scalar or a vector
   * @param dim the dimension; null for all elements
   * @param keepdim whether it stays, with size 1
   * @param interpolation {@code linear}, {@code lower}, {@code higher}, {@code midpoint} or {@code
   *     nearest}
   * @return a tensor without that dimension; of a vector, its own comes first
   * @throws IllegalArgumentException if there are no elements, or they are integers
   */
  default Tensor nanquantile(
      Tensor q, @Nullable Integer dim, boolean keepdim, String interpolation) {
    return Quantiles.quantile(self(), q, new Quantiles.Request(dim, keepdim, interpolation, true));
  }

  /**
   * Slices whose norm is above a bound, scaled down to it. Derivative: through the slice and, above
   * the bound, through its norm.
   *
   * @param p which norm
   * @param dim the dimension of the slices; negative ones count from the end
   * @param maxnorm the bound
   * @return a new tensor of this shape
   * @throws IllegalArgumentException below two dimensions, or if {@code p} or the bound is out of
   *     range
   */
  default Tensor renorm(double p, int dim, double maxnorm) {
    return Renorm.apply(self(), p, dim, maxnorm);
  }

  /**
   * {@link #renorm} in place.
   *
   * @param p which norm
   * @param dim the dimension of the slices; negative ones count from the end
   * @param maxnorm the bound
   * @return this tensor
   * @throws IllegalArgumentException below two dimensions, or if {@code p} or the bound is out of
   *     range
   */
  default Tensor renorm_(double p, int dim, double maxnorm) {
    return Renorm.applyInPlace(self(), p, dim, maxnorm);
  }
}
