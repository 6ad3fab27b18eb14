package dev.adjoint;

/**
 * The smallest and the largest elements.
 *
 * @param min the smallest
 * @param max the largest
 */
public record AminmaxResult(Tensor min, Tensor max) {}
