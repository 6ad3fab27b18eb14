package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Branches that need no branching: the condition is a literal, both sides yield the same value, or
 * one side throws, so that everything after it belongs to the other side, in both sweeps.
 */
final class Branches {
  private final Map<Label, Boolean> survivingSide = new HashMap<>();
  private final Set<Label> labels = new HashSet<>();

  /** Rewrites a branch, or answers {@code false}. */
  boolean rewrite(Op op, RewriteWalk walk) {
    if (!(op instanceof FlowOp.If branch)) {
      return false;
    }
    Region taken = taken(branch, walk);
    if (taken != null) {
      inline(branch, taken, walk);
    } else if (throwsIn(branch.thenRegion()) != throwsIn(branch.elseRegion())) {
      guard(branch, walk);
    } else {
      keep(branch, walk);
    }
    return true;
  }

  private @Nullable Region taken(FlowOp.If branch, RewriteWalk walk) {
    Object side =
        branch.mirrors() != null && survivingSide.containsKey(branch.mirrors())
            ? survivingSide.get(branch.mirrors())
            : walk.literal(branch.condition());
    if (!(side instanceof Boolean isThen)) {
      return null;
    }
    Region taken = isThen ? branch.thenRegion() : branch.elseRegion();
    return throwsIn(taken) ? null : taken;
  }

  private static void inline(FlowOp.If branch, Region taken, RewriteWalk walk) {
    taken.ops().forEach(walk::emit);
    for (int i = 0; i < branch.results().size(); i++) {
      walk.replace(branch.results().get(i), taken.yields().get(i));
    }
  }

  /** Keeps the side that throws; what the other side does simply comes after it. */
  private void guard(FlowOp.If branch, RewriteWalk walk) {
    boolean isThenSurviving = throwsIn(branch.elseRegion());
    survivingSide.put(branch.label(), isThenSurviving);
    Region empty = new Region(List.of(), List.of(), List.of());
    Region onTrue = isThenSurviving ? empty : withoutYields(branch.thenRegion());
    Region onFalse = isThenSurviving ? withoutYields(branch.elseRegion()) : empty;
    walk.emit(
        new FlowOp.If(
            List.of(), branch.condition(), onTrue, onFalse, branch.label(), null, branch.source()));
    inline(branch, isThenSurviving ? branch.thenRegion() : branch.elseRegion(), walk);
  }

  private static Region withoutYields(Region region) {
    return new Region(List.of(), region.ops(), List.of());
  }

  private void keep(FlowOp.If branch, RewriteWalk walk) {
    for (int i = 0; i < branch.results().size(); i++) {
      Value onTrue = branch.thenRegion().yields().get(i);
      Value onFalse = branch.elseRegion().yields().get(i);
      if (onTrue == onFalse) {
        walk.replace(branch.results().get(i), onTrue);
      } else if (Boolean.TRUE.equals(walk.literal(onTrue))
          && Boolean.FALSE.equals(walk.literal(onFalse))) {
        walk.replace(branch.results().get(i), branch.condition());
      } else if (yields(onTrue, onFalse, branch.condition(), true, walk)) {
        walk.replace(branch.results().get(i), onFalse);
      } else if (yields(onFalse, onTrue, branch.condition(), false, walk)) {
        walk.replace(branch.results().get(i), onTrue);
      }
    }
    labels.add(branch.label());
    if (branch.mirrors() == null || labels.contains(branch.mirrors())) {
      walk.emit(branch);
      return;
    }
    walk.emit(
        new FlowOp.If(
            branch.results(),
            branch.condition(),
            branch.thenRegion(),
            branch.elseRegion(),
            branch.label(),
            null,
            branch.source()));
  }

  /** Whether {@code chosen}, by an earlier branch, is the literal whenever the condition is so. */
  private static boolean yields(
      Value literal, Value chosen, Value condition, boolean side, RewriteWalk walk) {
    Object wanted = walk.literal(literal);
    if (wanted == null
        || !walk.isVisible(chosen)
        || !(walk.definition(chosen) instanceof FlowOp.If earlier)
        || !earlier.condition().equals(condition)) {
      return false;
    }
    Region region = side ? earlier.thenRegion() : earlier.elseRegion();
    Value yielded = region.yields().get(earlier.results().indexOf(chosen));
    return !region.isExit() && wanted.equals(walk.literal(yielded));
  }

  private static boolean throwsIn(Region region) {
    return !region.ops().isEmpty() && region.ops().getLast() instanceof FlowOp.Throw;
  }
}
