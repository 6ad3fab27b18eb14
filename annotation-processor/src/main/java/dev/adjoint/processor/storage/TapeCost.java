package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.TapeMembers;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Says for a reader what an adjoint with its storage assigned keeps of each loop iteration. */
public final class TapeCost {
  private final List<String> names = new ArrayList<>();
  private int unnamed;
  private boolean isGrowing;
  private boolean hasLoop;

  private TapeCost() {}

  /** A sentence for the Javadoc; empty for a function without loops. */
  public static String describe(IrFunction adjoint) {
    TapeCost cost = new TapeCost();
    for (Op op : ReverseWalk.forwardOps(adjoint)) {
      cost.add(op);
    }
    return cost.sentence();
  }

  private void add(Op op) {
    hasLoop |= op instanceof FlowOp.Loop;
    op.regions().forEach(region -> region.ops().forEach(this::add));
    if (op instanceof ArrayOp.Allocate(Value tape, _, _) && tape.isTape()) {
      add(tape);
    }
    boolean isTape =
        op instanceof CallOp.Invoke invoke
            && invoke.member().kind() == JavaMember.Kind.CONSTRUCTOR
            && TapeMembers.contain(invoke.member());
    if (isTape) {
      isGrowing = true;
      add(op.results().getFirst());
    }
  }

  private void add(Value tape) {
    String kept = TapeMembers.keptName(tape);
    if (kept.isEmpty()) {
      unnamed++;
    } else {
      names.add("{@code " + kept + "}");
    }
  }

  private String sentence() {
    List<String> kept = new ArrayList<>(names);
    if (unnamed > 0) {
      kept.add(unnamed == 1 ? "1 intermediate value" : unnamed + " intermediate values");
    }
    if (kept.isEmpty()) {
      return hasLoop ? "Keeps nothing of a loop iteration." : "";
    }
    String all =
        kept.size() == 1
            ? kept.getFirst()
            : String.join(", ", kept.subList(0, kept.size() - 1)) + " and " + kept.getLast();
    return "Keeps " + all + " of each loop iteration" + (isGrowing ? ", on growing tapes." : ".");
  }
}
