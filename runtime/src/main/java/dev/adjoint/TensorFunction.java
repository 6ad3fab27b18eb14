package dev.adjoint;

/** A function from tensors to a tensor, as gradient checks and higher-order functions take it. */
@FunctionalInterface
public interface TensorFunction {

  /**
   * Computes the value by recorded operations.
   *
   * @param inputs the arguments
   * @return the value
   */
  Tensor apply(Tensor... inputs);
}
