package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes loops whose test is the literal {@code false}, and what mirrors them: they never run.
 * Java would refuse their bodies as unreachable.
 */
final class IdleLoops {
  private final Set<Label> idle = new HashSet<>();

  /** Drops a loop that never runs, or answers {@code false}. */
  boolean rewrite(Op op, RewriteWalk walk) {
    if (op instanceof FlowOp.Loop loop && isFalse(loop.test().yields().getFirst(), walk)) {
      idle.add(loop.label());
      return replace(loop.results(), loop.inits(), walk);
    }
    return op instanceof FlowOp.ReverseLoop reverse
        && idle.contains(reverse.mirrors())
        && replace(reverse.results(), reverse.inits(), walk);
  }

  private static boolean isFalse(Value test, RewriteWalk walk) {
    return Boolean.FALSE.equals(walk.literal(test));
  }

  private static boolean replace(List<Value> results, List<Value> inits, RewriteWalk walk) {
    for (int i = 0; i < results.size(); i++) {
      walk.replace(results.get(i), inits.get(i));
    }
    return true;
  }
}
