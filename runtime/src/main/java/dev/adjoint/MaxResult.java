package dev.adjoint;

/**
 * Extreme elements along a dimension.
 *
 * @param values the elements
 * @param indices the first place of each in that dimension, as {@code int64}
 */
public record MaxResult(Tensor values, Tensor indices) {}
