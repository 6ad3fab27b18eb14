package dev.adjoint;

/**
 * The value of a function, and a product of a vector with its Jacobian or Hessian.
 *
 * @param value the value
 * @param product of the shape of the value (jvp) or of the input (all others)
 */
public record ValueAndProduct(Tensor value, Tensor product) {}
