package dev.adjoint.ops;

import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.kernels.BinaryOp;

/**
 * An elementwise operation of a tensor and a number, the same rule for every number.
 *
 * @param name the name of its node
 * @param op its kernel
 * @param reversed whether the number is the first operand
 * @param operands how many operands the node shows: overload 0 of arithmetic takes numbers as
 *     constant tensors
 * @param reads which values its derivative reads
 * @param derivative the gradient of the tensor
 */
record ScalarRule(
    String name, BinaryOp op, boolean reversed, int operands, Reads reads, ByNumber derivative) {

  /** The derivative for one number, made only where the operation is recorded. */
  @FunctionalInterface
  interface ByNumber {
    UnaryDerivative by(double number);
  }
}
