package dev.adjoint;

/**
 * The factors of a matrix: {@code a = p l u}.
 *
 * @param p a permutation
 * @param l a lower triangle with ones on its diagonal
 * @param u an upper triangle
 */
public record LuResult(Tensor p, Tensor l, Tensor u) {}
