package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.TapeMembers;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of a loop that are kept by its plan: one tape for each carried value that is needed,
 * and the runtime's object that says when.
 *
 * @param replay the object
 * @param tapes one for each of the values kept
 */
record Snapshots(Value replay, List<Value> tapes) {
  private static final String REPLAY = "dev.adjoint.autograd.Replay";

  /** Makes them before the loop. */
  static Snapshots create(FlowOp.Plan plan, List<Value> kept, IrBuilder out) {
    JavaMember constructor =
        member(JavaMember.Kind.CONSTRUCTOR, "", "int", FlowOp.Plan.SCHEDULE.javaName());
    Value replay =
        out.named("replay")
            .invoke(constructor, new IrType.Reference(REPLAY), plan.steps(), plan.schedule());
    List<Value> tapes =
        kept.stream().map(value -> TapeMembers.createSnapshots(value, out)).toList();
    return new Snapshots(replay, tapes);
  }

  /** Keeps the state at the beginning of an iteration, if it is time to. */
  void keep(Value count, List<Value> state, IrBuilder out) {
    Value isKept =
        out.invoke(
            member(JavaMember.Kind.INSTANCE_METHOD, "keeps", "int"),
            ScalarType.BOOLEAN,
            replay,
            count);
    IrBuilder then = new IrBuilder();
    for (int i = 0; i < tapes.size(); i++) {
      TapeMembers.push(tapes.get(i), copy(state.get(i), then), then);
    }
    Region otherwise = new Region(List.of(), List.of(), List.of());
    out.add(
        new FlowOp.If(
            List.of(),
            isKept,
            then.region(List.of(), List.of()),
            otherwise,
            new Label("snapshot"),
            null,
            SourceRange.NONE));
  }

  private static Value copy(Value value, IrBuilder out) {
    if (!DerivativeContext.isArray(value)) {
      return value;
    }
    Value copy = value.copy();
    out.add(new ArrayOp.ArrayCopy(copy, value, List.of(), SourceRange.NONE));
    return copy;
  }

  /** Goes back by one segment; its first iteration. */
  Value back(Value end, IrBuilder out) {
    JavaMember back = member(JavaMember.Kind.INSTANCE_METHOD, "back", "int");
    return out.named("start").invoke(back, ScalarType.INT, replay, end);
  }

  /** The iteration that the state kept last belongs to. */
  Value restored(IrBuilder out) {
    JavaMember restored = member(JavaMember.Kind.INSTANCE_METHOD, "restored");
    return out.named("restored").invoke(restored, ScalarType.INT, replay);
  }

  /** Takes that state off its tapes. */
  List<Value> restore(List<Value> kept, IrBuilder out) {
    List<Value> state = new ArrayList<>();
    for (int i = 0; i < tapes.size(); i++) {
      state.add(TapeMembers.pop(tapes.get(i), kept.get(i), out));
    }
    return state;
  }

  private static JavaMember member(JavaMember.Kind kind, String name, String... parameters) {
    return new JavaMember(
        kind, REPLAY, name, List.of(parameters), List.of(), JavaMember.Effects.WRITES_STATE);
  }
}
