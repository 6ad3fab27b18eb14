package dev.adjoint;

/**
 * A determinant as sign and logarithm.
 *
 * @param sign -1, 0 or 1
 * @param logabsdet the logarithm of the magnitude
 */
public record SlogdetResult(Tensor sign, Tensor logabsdet) {}
