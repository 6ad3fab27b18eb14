package dev.adjoint;

/**
 * Floating-point numbers taken apart: each is {@code mantissa * 2^exponent}.
 *
 * @param mantissa of magnitude at least a half and below one, or zero
 * @param exponent the powers of two, as {@code int32}
 */
public record FrexpResult(Tensor mantissa, Tensor exponent) {}
