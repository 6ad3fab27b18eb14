package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides whether an evaluation may be moved down to a later place of its block. */
final class Movement {
  private final Inlining inlining;
  private final ArrayObjects arrays;

  Movement(Inlining inlining, ArrayObjects arrays) {
    this.inlining = inlining;
    this.arrays = arrays;
  }

  /**
   * Whether {@code node} may be evaluated just before the node number {@code at}.
   *
   * @param after nodes that will be evaluated there too, after it
   */
  boolean isAllowed(Node node, int at, Set<Node> after) {
    Effect effect = effect(node);
    Set<Value> leaves = inlining.leaves(node);
    List<Node> between = node.block().nodes().subList(node.index() + 1, at);
    for (Node other : between) {
      if (after.contains(other)) {
        continue;
      }
      if (effect.conflictsWith(Effect.of(other, arrays), arrays)
          || inlining.overwrites(other, leaves)) {
        return false;
      }
    }
    return true;
  }

  private Effect effect(Node node) {
    Set<Node> tree = new HashSet<>();
    inlining.collect(node, tree);
    Effect effect = Effect.of(node, arrays);
    for (Node part : tree) {
      effect = effect.and(Effect.of(part, arrays));
    }
    return effect;
  }
}
