package dev.adjoint;

/**
 * An orthogonal and a triangular factor: {@code a = q r}.
 *
 * @param q orthonormal columns
 * @param r an upper triangle
 */
public record QrResult(Tensor q, Tensor r) {}
