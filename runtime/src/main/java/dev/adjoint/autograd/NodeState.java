package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What one backward pass knows of one node. As a rule this is the node itself, which one pass at a
 * time may own; {@link BorrowedState} serves the others.
 */
abstract class NodeState {
  /** What this belongs to; null while no pass has come to the node. */
  @Nullable PassGraph pass;

  /** The state that the pass found after this one. */
  @Nullable NodeState following;

  /** Edges into the node that have not delivered yet. */
  int dependencies;

  /** Whether something wanted lies at or behind the node. */
  boolean needed;

  /** Whether gradients that arrive here are asked for. */
  boolean target;

  /** Whether the gradient is a tensor made by this pass that nothing else holds. */
  private boolean owns;

  /** The gradient of the only output, or an array of one gradient per output. */
  private @Nullable Object gradient;

  abstract Node node();

  /** Becomes part of a pass. */
  final void begin(PassGraph pass) {
    this.pass = pass;
    dependencies = 0;
    needed = true;
    target = false;
    owns = false;
  }

  /** Is no longer part of a pass. */
  final void end() {
    pass = null;
    following = null;
    gradient = null;
  }

  /**
   * Adds a gradient of one of the node's outputs.
   *
   * @return the sum so far, which this state now holds
   */
  final Tensor add(int output, Tensor added, boolean recording) {
    int outputs = node().outputCount();
    if (outputs == 1) {
      return addSingle(added, recording);
    }
    @Nullable Tensor[] present = (@Nullable Tensor[]) gradient;
    if (present == null) {
      present = new @Nullable Tensor[outputs];
      gradient = present;
    }
    Tensor before = present[output];
    Tensor sum = before == null ? added : before.add(added);
    present[output] = sum;
    return sum;
  }

  private Tensor addSingle(Tensor added, boolean recording) {
    Tensor before = (Tensor) gradient;
    if (before != null && owns && !recording) {
      return before.add_(added);
    }
    owns = before != null;
    Tensor sum = before == null ? added : before.add(added);
    gradient = sum;
    return sum;
  }

  /** Takes a gradient for its own; false if it holds it no longer. */
  @SuppressWarnings("ReferenceEquality") // the very tensor
  final boolean own(Tensor held) {
    if (gradient != held) {
      return gradient instanceof Object[];
    }
    owns = true;
    return true;
  }

  /** Whether the gradient last taken was this node's own. */
  final boolean ownsSingle() {
    return owns;
  }

  /** The complete gradient of the only output; null if none arrived. */
  final @Nullable Tensor takeSingle() {
    Tensor taken = (Tensor) gradient;
    gradient = null;
    return taken;
  }

  /** The complete gradients, one per output. */
  final @Nullable Tensor[] takeAll() {
    int outputs = node().outputCount();
    if (outputs == 1) {
      return new @Nullable Tensor[] {takeSingle()};
    }
    @Nullable Tensor[] taken = (@Nullable Tensor[]) gradient;
    gradient = null;
    return taken == null ? new @Nullable Tensor[outputs] : taken;
  }
}
