package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.Distances;

/** Distances between the rows of one matrix, for {@link Functional}. */
abstract sealed class DistanceFunctions permits ActivationFunctions {

  /**
   * The Euclidean distances of all pairs of rows. Derivative: the unit vector between them, 0 at 0.
   *
   * @param input {@code (n, d)}
   * @return {@code n (n - 1) / 2} distances: of the first row to all others, of the second to those
   *     after it, and so on
   * @throws IllegalArgumentException unless it is a floating matrix
   */
  public static Tensor pdist(Tensor input) {
    return Distances.pdist(input, 2);
  }

  /**
   * The distances of all pairs of rows in a p-norm. Derivative: {@code sign(d) (|d| /
   * result)^(p-1)} for the differences d, 0 at 0.
   *
   * @param input {@code (n, d)}
   * @param p the norm, from 0 to infinity
   * @return {@code n (n - 1) / 2} distances: of the first row to all others, of the second to those
   *     after it, and so on
   * @throws IllegalArgumentException unless it is a floating matrix, or for a negative norm
   */
  public static Tensor pdist(Tensor input, double p) {
    return Distances.pdist(input, p);
  }
}
