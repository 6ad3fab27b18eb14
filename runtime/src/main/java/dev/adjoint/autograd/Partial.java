package dev.adjoint.autograd;

/**
 * The derivative with respect to one of two operands.
 *
 * @param reads the values it needs
 * @param derivative computes it
 */
public record Partial(Reads reads, BinaryDerivative derivative) {}
