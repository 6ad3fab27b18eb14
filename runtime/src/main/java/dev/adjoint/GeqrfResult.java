package dev.adjoint;

/**
 * A triangular factor, and the reflections that made it.
 *
 * @param a the triangle on and above the diagonal, the vectors of the reflections below
 * @param tau the factors of the reflections
 */
public record GeqrfResult(Tensor a, Tensor tau) {}
