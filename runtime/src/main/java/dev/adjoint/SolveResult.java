package dev.adjoint;

/**
 * A solution and whether there is one.
 *
 * @param result the solution
 * @param info for each matrix 0, or the first pivot that is zero, counted from 1
 */
public record SolveResult(Tensor result, Tensor info) {}
