package dev.adjoint;

/**
 * The factors of a matrix in one, as {@code luSolve} takes them.
 *
 * @param lu the upper triangle on and above the diagonal, the lower one, without its diagonal of
 *     ones, below
 * @param pivots for each step the row exchanged with, counted from 1, as {@code int32}
 * @param info for each matrix 0, or the first pivot that is zero, counted from 1
 */
public record LuFactors(Tensor lu, Tensor pivots, Tensor info) {}
