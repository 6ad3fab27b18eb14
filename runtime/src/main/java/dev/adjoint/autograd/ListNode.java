package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The edges of a node with any number of inputs; the base of nodes that are too rare, or too large,
 * for fields of their own per input.
 */
abstract class ListNode extends Node {
  private final @Nullable Node[] next;
  private final int[] outputs;
  private final Layout[] layouts;

  ListNode(Tensor... inputs) {
    next = new @Nullable Node[inputs.length];
    outputs = new int[inputs.length];
    layouts = new Layout[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      next[i] = History.edge(inputs[i]);
      outputs[i] = History.outputNumber(inputs[i]);
      layouts[i] = inputs[i].layout();
    }
  }

  @Override
  protected int inputCount() {
    return next.length;
  }

  @Override
  protected @Nullable Node nextNode(int input) {
    return next[input];
  }

  @Override
  protected int nextOutput(int input) {
    return outputs[input];
  }

  @Override
  Layout inputLayout(int input) {
    return layouts[input];
  }
}
