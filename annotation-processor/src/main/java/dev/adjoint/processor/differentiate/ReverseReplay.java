package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reverse of a loop with a plan: takes its segments in turn, last first. For each it restores
 * the state that was kept last, runs the iterations up to the segment again, and the adjoint of the
 * segment after them.
 */
final class ReverseReplay {
  private final ReverseSweep sweep;
  private final PlannedLoops.Kept kept;
  private final PlannedLoop planned;
  private final FlowOp.Loop loop;
  private final Value end = new Value(ScalarType.INT, "end");
  private final List<Value> inits = new ArrayList<>();
  private final List<Value> arguments = new ArrayList<>();

  ReverseReplay(ReverseSweep sweep, PlannedLoops.Kept kept) {
    this.sweep = sweep;
    this.kept = kept;
    this.planned = kept.planned();
    this.loop = planned.loop();
  }

  void build() {
    if (loop.results().stream().noneMatch(sweep.adjoints()::has)) {
      return;
    }
    carryAdjoints();
    IrBuilder body = new IrBuilder();
    body.at(loop.source());
    Value start = kept.snapshots().back(end, body);
    List<Value> yields = new ArrayList<>(List.of(start));
    yields.addAll(segment(start, state(start, body), body));
    List<Value> results =
        arguments.stream().map(each -> sweep.handedIn().next(each, each.copy())).toList();
    sweep.out().add(segments(results, body.region(List.of(), yields)));
    passOn(results);
  }

  private void carryAdjoints() {
    for (int index : planned.activeState(sweep.context())) {
      carry(loop.arguments().get(index), sweep.adjointOrZero(loop.results().get(index)));
    }
    loop.results().forEach(sweep.adjoints()::take);
    for (Value value : planned.activeFree(sweep.context())) {
      carry(value, sweep.adjointOrZero(value));
    }
  }

  private void carry(Value primal, Value init) {
    inits.add(init);
    Value argument = new Value(Containers.adjoint(primal.type()), DerivativeNames.adjoint(primal));
    arguments.add(sweep.handedIn().next(init, argument));
  }

  private FlowOp.Loop segments(List<Value> results, Region body) {
    List<Value> allResults = new ArrayList<>(List.of(end.copy()));
    allResults.addAll(results);
    List<Value> allInits = new ArrayList<>(List.of(planned.iterations()));
    allInits.addAll(inits);
    List<Value> allArguments = new ArrayList<>(List.of(end));
    allArguments.addAll(arguments);
    IrBuilder test = new IrBuilder();
    Value isLeft = test.arithmetic(Operator.GT, end, test.number(0, ScalarType.INT));
    return new FlowOp.Loop(
        allResults,
        allInits,
        allArguments,
        test.region(List.of(), List.of(isLeft)),
        body,
        new Label("segments"),
        loop.source());
  }

  /** What the segment reads of the state before it, by index of the carried value. */
  private Map<Integer, Value> state(Value start, IrBuilder out) {
    List<Integer> needed = kept.advance().needed();
    if (needed.isEmpty()) {
      return Map.of();
    }
    Snapshots snapshots = kept.snapshots();
    Value first = snapshots.restored(out);
    List<Value> begins = snapshots.restore(PlannedLoop.pick(loop.arguments(), needed), out);
    Map<Integer, Value> state = new HashMap<>();
    for (int i = 0; i < needed.size(); i++) {
      state.put(needed.get(i), begins.get(i));
    }
    List<Value> outside = planned.free(kept.outside());
    return kept.advance().run(first, start, state, outside, snapshots, out);
  }

  /** The adjoint of a segment; what it yields. */
  private List<Value> segment(Value start, Map<Integer, Value> state, IrBuilder out) {
    IrFunction segment = kept.segment();
    List<Value> given = new ArrayList<>(List.of(start, end));
    for (int index : planned.state()) {
      given.add(state.getOrDefault(index, loop.inits().get(index)));
    }
    given.addAll(planned.free(kept.outside()));
    given.addAll(arguments);
    Map<Value, Value> copies = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      copies.put(segment.parameters().get(i), given.get(i));
    }
    Region inlined = Rewriting.repeat(segment.body(), copies);
    inlined.ops().stream().filter(op -> !(op instanceof FlowOp.Turn)).forEach(out::add);
    return inlined.yields();
  }

  private void passOn(List<Value> results) {
    List<Integer> active = planned.activeState(sweep.context());
    List<Value> free = planned.activeFree(sweep.context());
    for (int i = 0; i < free.size(); i++) {
      sweep.adjoints().set(free.get(i), results.get(active.size() + i));
    }
    for (int i = 0; i < active.size(); i++) {
      sweep.accumulate(loop.inits().get(active.get(i)), results.get(i));
    }
  }
}
