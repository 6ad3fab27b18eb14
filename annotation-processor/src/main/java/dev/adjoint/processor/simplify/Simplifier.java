package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs the simplifications until none of them finds anything to do. */
public final class Simplifier {
  /** Far above what nested code needs; ends a disagreement between two passes. */
  private static final int MOST_ROUNDS = 32;

  private final List<UnaryOperator<IrFunction>> passes;
  private int runs;

  private Simplifier(boolean isJoint) {
    passes =
        new ArrayList<>(
            List.of(
                isJoint ? Simplifier::rewriteJoint : Simplifier::rewrite,
                CarriedValues::simplify,
                NullArrays::simplify,
                ValueNumbering::number,
                DeadCode::eliminate));
    if (isJoint) {
      passes.addAll(List.of(Accumulations::merge, LoopInvariants::hoist));
    }
  }

  /** The simplifications of a function, of both sweeps or of one. */
  static Simplifier of(IrFunction function) {
    return new Simplifier(function.body().ops().stream().anyMatch(FlowOp.Turn.class::isInstance));
  }

  /** A function with the same meaning and fewer operations. */
  public static IrFunction simplify(IrFunction function) {
    return of(function).reach(function);
  }

  /** Runs one pass after the other, over and over, until each has found nothing in turn. */
  IrFunction reach(IrFunction function) {
    IrFunction simplified = function;
    int idle = 0;
    for (runs = 0; idle < passes.size() && runs < MOST_ROUNDS * passes.size(); runs++) {
      IrFunction next = passes.get(runs % passes.size()).apply(simplified);
      idle = next.equals(simplified) ? idle + 1 : 0;
      simplified = next;
    }
    return simplified;
  }

  /** How many passes it took. */
  int runs() {
    return runs;
  }

  private static IrFunction rewrite(IrFunction function) {
    return RewriteWalk.apply(
        function,
        Folding::rewrite,
        Algebra::rewrite,
        BranchComparisons::rewrite,
        new Branches()::rewrite,
        new IdleLoops()::rewrite);
  }

  private static IrFunction rewriteJoint(IrFunction function) {
    return RewriteWalk.apply(
        function,
        Folding::rewrite,
        Algebra::rewriteJoint,
        BranchComparisons::rewrite,
        new Branches()::rewrite,
        new IdleLoops()::rewrite,
        IdleStores::rewrite);
  }
}
