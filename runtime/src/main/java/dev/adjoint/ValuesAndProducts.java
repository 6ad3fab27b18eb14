package dev.adjoint;

import java.util.List;

/**
 * The values of a function of several tensors, and a product of vectors with its Jacobian or
 * Hessian.
 *
 * @param values the values
 * @param products one per value (jvp) or per input (all others)
 */
public record ValuesAndProducts(List<Tensor> values, List<Tensor> products) {}
