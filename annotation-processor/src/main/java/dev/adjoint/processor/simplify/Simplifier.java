package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;

/** Runs the simplifications until none of them finds anything to do. */
public final class Simplifier {
  /** Far above what nested code needs; ends a disagreement between two passes. */
  private static final int MOST_ROUNDS = 32;

  private Simplifier() {}

  /** A function with the same meaning and fewer operations. */
  public static IrFunction simplify(IrFunction function) {
    boolean isAdjoint = function.body().ops().stream().anyMatch(FlowOp.Turn.class::isInstance);
    IrFunction simplified = function;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      IrFunction before = simplified;
      simplified = clean(simplified);
      if (isAdjoint) {
        simplified = LoopInvariants.hoist(IdleStores.remove(Accumulations.merge(simplified)));
      }
      if (simplified.equals(before)) {
        break;
      }
    }
    return simplified;
  }

  private static IrFunction clean(IrFunction function) {
    IrFunction folded = Algebra.simplify(Folding.fold(function));
    IrFunction branched = Branches.simplify(BranchComparisons.simplify(folded));
    IrFunction running = IdleLoops.remove(branched);
    IrFunction straight = CarriedValues.simplify(running);
    return DeadCode.eliminate(ValueNumbering.number(straight));
  }
}
