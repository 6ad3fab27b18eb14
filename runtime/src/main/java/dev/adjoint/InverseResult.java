package dev.adjoint;

/**
 * An inverse and whether there is one.
 *
 * @param inverse the inverse; NaN and infinities where there is none
 * @param info for each matrix 0, or the first pivot that is zero, counted from 1
 */
public record InverseResult(Tensor inverse, Tensor info) {}
