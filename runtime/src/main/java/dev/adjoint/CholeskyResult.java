package dev.adjoint;

/**
 * A triangular factor and how far it goes.
 *
 * @param l the factor
 * @param info for each matrix 0, or the order of the first leading minor that is not positive
 */
public record CholeskyResult(Tensor l, Tensor info) {}
