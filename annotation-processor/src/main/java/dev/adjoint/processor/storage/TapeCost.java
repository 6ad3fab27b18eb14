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
  private final Names all = new Names();
  private final Names states = new Names();
  private final Names segments = new Names();
  private boolean isTurned;
  private boolean isGrowing;
  private boolean hasLoop;

  private TapeCost() {}

  /** A sentence for the Javadoc; empty for a function without loops. */
  public static String describe(IrFunction adjoint) {
    TapeCost cost = new TapeCost();
    for (Op op : adjoint.body().ops()) {
      cost.isTurned |= op instanceof FlowOp.Turn;
      cost.add(op);
    }
    return cost.sentence();
  }

  private void add(Op op) {
    hasLoop |= op instanceof FlowOp.Loop && !isTurned;
    op.regions().forEach(region -> region.ops().forEach(this::add));
    if (op instanceof ArrayOp.Allocate(Value tape, _, _) && tape.isTape()) {
      add(tape, false);
    }
    boolean isTape =
        op instanceof CallOp.Invoke invoke
            && invoke.member().kind() == JavaMember.Kind.CONSTRUCTOR
            && TapeMembers.contain(invoke.member());
    if (isTape) {
      add(op.results().getFirst(), true);
    }
  }

  private void add(Value tape, boolean grows) {
    boolean isState = TapeMembers.keepsSnapshots(tape);
    // A tape of the reverse sweep belongs to a segment that it computes again.
    Names names = isState ? states : isTurned ? segments : all;
    names.add(TapeMembers.keptName(tape));
    isGrowing |= grows && !isState && !isTurned;
  }

  private String sentence() {
    List<String> parts = new ArrayList<>();
    if (!all.isEmpty()) {
      parts.add(all + " of each loop iteration" + (isGrowing ? ", on growing tapes" : ""));
    }
    if (!states.isEmpty()) {
      parts.add(states + " where a loop's schedule says so");
    }
    if (!segments.isEmpty()) {
      parts.add(segments + " of the steps that are reversed at a time");
    }
    if (parts.isEmpty()) {
      return hasLoop ? "Keeps nothing of a loop iteration." : "";
    }
    return "Keeps " + String.join("; ", parts) + ".";
  }

  /** The names of what is kept, some of which have none. */
  private static final class Names {
    private final List<String> names = new ArrayList<>();
    private int unnamed;

    void add(String name) {
      if (name.isEmpty()) {
        unnamed++;
      } else {
        names.add("{@code " + name + "}");
      }
    }

    boolean isEmpty() {
      return names.isEmpty() && unnamed == 0;
    }

    @Override
    public String toString() {
      List<String> kept = new ArrayList<>(names);
      if (unnamed > 0) {
        kept.add(unnamed == 1 ? "1 intermediate value" : unnamed + " intermediate values");
      }
      return kept.size() == 1
          ? kept.getFirst()
          : String.join(", ", kept.subList(0, kept.size() - 1)) + " and " + kept.getLast();
    }
  }
}
