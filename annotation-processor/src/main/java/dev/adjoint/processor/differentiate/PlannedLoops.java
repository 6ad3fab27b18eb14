package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Plans;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Loops with a plan. Their forward sweep keeps nothing of an iteration, but the state before some
 * of them: of what is carried, what it takes to compute the iterations again.
 */
final class PlannedLoops {
  private final DerivativeContext context;
  private final IrFunction primal;
  private final Predicate<Value> mayChange;
  private final Map<Label, Kept> kept = new HashMap<>();

  /**
   * A loop whose forward sweep is built.
   *
   * @param segment the adjoint of some of its iterations
   * @param advance the iterations before them
   * @param snapshots the places that they are kept in
   * @param outside copies of arrays from outside that others may write into
   */
  record Kept(
      PlannedLoop planned,
      IrFunction segment,
      Advance advance,
      Snapshots snapshots,
      Map<Value, Value> outside) {}

  /**
   * @param mayChange whether an array may be another one by the reverse sweep
   */
  PlannedLoops(DerivativeContext context, IrFunction primal, Predicate<Value> mayChange) {
    this.context = context;
    this.primal = primal;
    this.mayChange = mayChange;
  }

  /** What was kept of a loop of the forward sweep. */
  Kept of(FlowOp.Loop loop) {
    return Objects.requireNonNull(kept.get(loop.label()));
  }

  /** Whether a loop of the forward sweep keeps states only. */
  boolean has(FlowOp.Loop loop) {
    return kept.containsKey(loop.label());
  }

  /** The loop in the forward sweep; nothing if it has no plan, or none that it could follow. */
  List<Op> keep(FlowOp.Loop loop) {
    PlannedLoop planned =
        loop.results().stream().anyMatch(context::active) ? PlannedLoop.of(loop, context) : null;
    return planned == null ? List.of() : keep(planned);
  }

  private List<Op> keep(PlannedLoop planned) {
    FlowOp.Loop loop = planned.loop();
    IrFunction segment = new SegmentAdjoint(planned, context, primal).build();
    Advance advance = Advance.to(segment, planned, context.surroundings().segments());
    List<Value> state = PlannedLoop.pick(loop.arguments(), advance.needed());
    IrBuilder out = new IrBuilder();
    out.at(loop.source());
    Map<Value, Value> outside = copies(planned, out);
    Snapshots snapshots = Snapshots.create(Objects.requireNonNull(loop.plan()), state, out);
    IrBuilder body = new IrBuilder();
    if (!state.isEmpty()) {
      snapshots.keep(planned.count(), state, body);
    }
    Plans.remove(loop.body()).ops().forEach(body::add);
    out.add(
        new FlowOp.Loop(
            loop.results(),
            loop.inits(),
            loop.arguments(),
            loop.test(),
            body.region(List.of(), loop.body().yields()),
            loop.label(),
            loop.source()));
    kept.put(loop.label(), new Kept(planned, segment, advance, snapshots, outside));
    return out.ops();
  }

  private Map<Value, Value> copies(PlannedLoop planned, IrBuilder out) {
    Map<Value, Value> copies = new HashMap<>();
    for (Value value : planned.free()) {
      if (DerivativeContext.isArray(value) && mayChange.test(value)) {
        Value copy = value.copy();
        out.add(new ArrayOp.ArrayCopy(copy, value, List.of(), SourceRange.NONE));
        copies.put(value, copy);
      }
    }
    return copies;
  }
}
