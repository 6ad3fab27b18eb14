package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavingNode;

/**
 * An operation with several results, recorded as one node.
 *
 * @param name the name of its node
 * @param derivative the gradient of each operand
 * @param operands the operands
 */
record SeveralResults(String name, SavingNode.Derivative derivative, Tensor... operands) {

  /** Makes new tensors the outputs of the node; the derivative reads the results themselves. */
  void record(Tensor... results) {
    record(results, results);
  }

  /** Makes new tensors the outputs of the node. */
  void record(Tensor[] results, Tensor... saved) {
    if (!Recording.isNeeded(operands)) {
      return;
    }
    SavingNode node = new SavingNode(name, results.length, derivative, operands, saved);
    for (int i = 0; i < results.length; i++) {
      Recording.attach(results[i], node, i);
    }
  }
}
