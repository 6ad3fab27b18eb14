package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.NumberNode;
import dev.adjoint.autograd.OperandNode;
import dev.adjoint.autograd.Reads;
import dev.adjoint.kernels.BinaryOp;

/**
 * An elementwise operation of a tensor and a number, the same rule for every number.
 *
 * @param op its kernel
 * @param reversed whether the number is the first operand
 * @param reads which values its derivative reads
 * @param recorder makes its node
 */
record ScalarRule(BinaryOp op, boolean reversed, Reads reads, Recorder recorder) {

  /** Makes the node for one number, where the operation is recorded. */
  @FunctionalInterface
  interface Recorder {
    OperandNode node(Tensor self, double number);
  }

  /** An operation whose derivative reads no values. */
  static ScalarRule linear(BinaryOp op, boolean reversed, NumberNode.Operation operation) {
    return new ScalarRule(
        op, reversed, Reads.NOTHING, (self, number) -> new NumberNode(operation, number, self));
  }
}
