package dev.adjoint.ops;

import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.kernels.BinaryOp;

/**
 * An elementwise operation of a tensor and a number.
 *
 * @param name the name of its node
 * @param op its kernel
 * @param reversed whether the number is the first operand
 * @param reads which values its derivative reads
 * @param derivative the gradient of the tensor
 */
record ScalarRule(
    String name, BinaryOp op, boolean reversed, Reads reads, UnaryDerivative derivative) {

  /**
   * How many operands the node shows: overload 0 of arithmetic takes numbers as constant tensors.
   */
  int operands() {
    return switch (op) {
      case ADD, SUB, MUL, DIV -> name.endsWith("0") ? 2 : 1;
      default -> 1;
    };
  }
}
