package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of a number that is one literal or another, depending on a condition: they are that
 * condition, or its opposite. Numbers of that kind tell of which class an object is.
 */
final class BranchComparisons {
  private BranchComparisons() {}

  /** Rewrites a comparison, or answers {@code false}. */
  static boolean rewrite(Op op, RewriteWalk walk) {
    if (!(op instanceof Op.Arithmetic comparison) || comparison.operator() != Operator.EQ) {
      return false;
    }
    Value number = comparison.operands().getFirst();
    if (!(walk.definition(number) instanceof FlowOp.If branch)
        || !(walk.literal(comparison.operands().getLast()) instanceof Integer wanted)) {
      return false;
    }
    int index = branch.results().indexOf(number);
    Boolean onTrue = isEqual(branch.thenRegion().yields().get(index), wanted, walk);
    Boolean onFalse = isEqual(branch.elseRegion().yields().get(index), wanted, walk);
    return onTrue != null && onFalse != null && become(comparison, branch, onTrue, onFalse, walk);
  }

  private static @Nullable Boolean isEqual(Value value, Integer wanted, RewriteWalk walk) {
    return walk.literal(value) instanceof Integer literal ? literal.equals(wanted) : null;
  }

  private static boolean become(
      Op.Arithmetic comparison,
      FlowOp.If branch,
      boolean onTrue,
      boolean onFalse,
      RewriteWalk walk) {
    Value result = comparison.results().getFirst();
    if (onTrue == onFalse) {
      walk.emit(new Op.Constant(result, onTrue, comparison.source()));
    } else if (onTrue) {
      walk.replace(result, branch.condition());
    } else {
      walk.emit(
          new Op.Arithmetic(
              result, Operator.NOT, List.of(branch.condition()), comparison.source()));
    }
    return true;
  }
}
