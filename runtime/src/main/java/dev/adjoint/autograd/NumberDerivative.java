package dev.adjoint.autograd;

import dev.adjoint.Tensor;

/** The gradient of an operation of a tensor and a number that reads no values. */
@FunctionalInterface
public interface NumberDerivative {

  /**
   * Computes the gradient.
   *
   * @param gradOutput the gradient of the result
   * @param number the number of the operation
   * @return the gradient of the tensor
   */
  Tensor apply(Tensor gradOutput, double number);
}
