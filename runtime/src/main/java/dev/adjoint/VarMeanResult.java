package dev.adjoint;

/**
 * Variances and the means they are taken about.
 *
 * @param variance the variances
 * @param mean the means
 */
public record VarMeanResult(Tensor variance, Tensor mean) {}
