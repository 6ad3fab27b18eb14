package dev.adjoint;

/**
 * Standard deviations and the means they are taken about.
 *
 * @param deviation the standard deviations
 * @param mean the means
 */
public record StdMeanResult(Tensor deviation, Tensor mean) {}
