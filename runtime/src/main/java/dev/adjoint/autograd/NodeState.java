package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** What one backward pass knows of one node. */
final class NodeState {
  final BackwardRun run;
  final Node node;

  /** Edges into the node that have not delivered yet. */
  int dependencies;

  /** The same while the nodes are brought in order. */
  int pending;

  /** Whether something wanted lies at or behind the node. */
  boolean needed = true;

  /** Whether gradients that arrive here are asked for. */
  boolean target;

  /** Whether {@link #single} was made by this pass and nothing else holds it. */
  private boolean ownsSingle;

  private @Nullable Tensor single;
  private @Nullable Tensor @Nullable [] several;

  NodeState(BackwardRun run, Node node) {
    this.run = run;
    this.node = node;
  }

  /**
   * Adds a gradient of one of the node's outputs.
   *
   * @return the sum so far, which this state now holds
   */
  Tensor add(int output, Tensor gradient, boolean recording) {
    if (node.outputCount() == 1) {
      return addSingle(gradient, recording);
    }
    @Nullable Tensor[] present = several;
    if (present == null) {
      present = new @Nullable Tensor[node.outputCount()];
      several = present;
    }
    Tensor before = present[output];
    Tensor sum = before == null ? gradient : before.add(gradient);
    present[output] = sum;
    return sum;
  }

  private Tensor addSingle(Tensor gradient, boolean recording) {
    Tensor before = single;
    if (before != null && ownsSingle && !recording) {
      return before.add_(gradient);
    }
    ownsSingle = before != null;
    Tensor sum = before == null ? gradient : before.add(gradient);
    single = sum;
    return sum;
  }

  /** Takes a gradient for its own; false if it holds it no longer. */
  @SuppressWarnings("ReferenceEquality") // the very tensor
  boolean own(Tensor gradient) {
    if (single != gradient) {
      return several != null;
    }
    ownsSingle = true;
    return true;
  }

  /** Whether the gradient last taken was this node's own. */
  boolean ownsSingle() {
    return ownsSingle;
  }

  /** The complete gradient of the only output; null if none arrived. */
  @Nullable Tensor takeSingle() {
    Tensor taken = single;
    single = null;
    return taken;
  }

  /** The complete gradients, one per output. */
  @Nullable Tensor[] takeAll() {
    if (node.outputCount() == 1) {
      return new @Nullable Tensor[] {takeSingle()};
    }
    @Nullable Tensor[] taken = several;
    several = null;
    return taken == null ? new @Nullable Tensor[node.outputCount()] : taken;
  }
}
