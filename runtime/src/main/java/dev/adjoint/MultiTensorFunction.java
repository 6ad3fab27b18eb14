package dev.adjoint;

/** A function from tensors to several tensors, as higher-order functions take it. */
@FunctionalInterface
public interface MultiTensorFunction {

  /**
   * Computes the values by recorded operations.
   *
   * @param inputs the arguments
   * @return the values
   */
  Tensor[] apply(Tensor... inputs);
}
