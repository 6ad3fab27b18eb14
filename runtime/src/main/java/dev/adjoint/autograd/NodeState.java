package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** What one backward pass knows of one node. */
final class NodeState {
  final BackwardRun run;
  final Node node;

  /** Edges into the node that have not delivered yet. */
  int dependencies;

  /** Whether something wanted lies at or behind the node. */
  boolean needed = true;

  /** Whether gradients that arrive here are asked for. */
  boolean target;

  /** Whether {@link #single} was made by this pass and may be added to in place. */
  private boolean ownsSingle;

  private @Nullable Tensor single;
  private @Nullable Tensor @Nullable [] several;

  NodeState(BackwardRun run, Node node) {
    this.run = run;
    this.node = node;
  }

  /** Adds a gradient of one of the node's outputs. */
  void add(int output, Tensor gradient, boolean recording) {
    if (node.outputCount() == 1) {
      addSingle(gradient, recording);
      return;
    }
    @Nullable Tensor[] present = several;
    if (present == null) {
      present = new @Nullable Tensor[node.outputCount()];
      several = present;
    }
    Tensor before = present[output];
    present[output] = before == null ? gradient : before.add(gradient);
  }

  private void addSingle(Tensor gradient, boolean recording) {
    Tensor before = single;
    if (before == null) {
      single = gradient;
    } else if (ownsSingle && !recording) {
      before.add_(gradient);
    } else {
      single = before.add(gradient);
      ownsSingle = true;
    }
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
