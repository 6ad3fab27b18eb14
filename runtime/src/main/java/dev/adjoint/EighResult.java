package dev.adjoint;

/**
 * Eigenvalues and eigenvectors of symmetric matrices.
 *
 * @param eigenvalues smallest first
 * @param eigenvectors orthonormal columns
 */
public record EighResult(Tensor eigenvalues, Tensor eigenvectors) {}
