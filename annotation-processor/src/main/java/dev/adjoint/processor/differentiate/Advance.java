package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Plans;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.SsaReads;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The iterations of a loop with a plan by themselves, from a state that was kept to the beginning
 * of a segment: a function of its own. Parameters: the first iteration and the one after the last,
 * the state before them, what the body reads from outside. Yields: what the segment reads of the
 * state.
 *
 * @param demanded indices of the carried values that it yields
 * @param needed indices of the carried values that it and the segment take
 */
record Advance(
    PlannedLoop planned, IrFunction function, List<Integer> demanded, List<Integer> needed) {

  /**
   * The iterations before a segment.
   *
   * @param segment the adjoint of the segment
   */
  static Advance to(IrFunction segment, PlannedLoop planned, SegmentPasses passes) {
    List<Integer> state = planned.state();
    Set<Value> read = SsaReads.of(segment.body());
    List<Integer> demanded =
        state.stream()
            .filter(index -> read.contains(parameter(segment, state.indexOf(index))))
            .toList();
    IrFunction function = passes.simplify(iterations(planned, demanded, segment));
    Set<Value> taken = SsaReads.of(function.body());
    List<Integer> needed =
        state.stream()
            .filter(
                index ->
                    demanded.contains(index)
                        || taken.contains(parameter(function, state.indexOf(index))))
            .toList();
    return new Advance(planned, function, demanded, demanded.isEmpty() ? List.of() : needed);
  }

  private static Value parameter(IrFunction function, int state) {
    return function.parameters().get(2 + state);
  }

  private static IrFunction iterations(
      PlannedLoop planned, List<Integer> demanded, IrFunction segment) {
    FlowOp.Loop loop = planned.loop();
    Value first = new Value(ScalarType.INT, "restored");
    Value end = new Value(ScalarType.INT, "start");
    List<Value> inits =
        new ArrayList<>(
            PlannedLoop.pick(loop.arguments(), planned.state()).stream().map(Value::copy).toList());
    List<Value> parameters = new ArrayList<>(List.of(first, end));
    parameters.addAll(inits);
    parameters.addAll(planned.free());
    inits.add(planned.counter(), first);
    List<Op> ops = new ArrayList<>(planned.literals());
    ops.add(
        new FlowOp.Loop(
            loop.results(),
            inits,
            loop.arguments(),
            PlannedLoop.test(planned.count(), end),
            Plans.remove(loop.body()),
            Label.replay(loop.label()),
            loop.source()));
    Region body = new Region(parameters, ops, PlannedLoop.pick(loop.results(), demanded));
    return segment.withBody(body);
  }

  /**
   * Appends the iterations, with states kept on the way.
   *
   * @param state what was kept, by index of the carried value
   * @param outside what stands for the values from outside
   * @return what the segment reads of the state before it, by index
   */
  Map<Integer, Value> run(
      Value first,
      Value start,
      Map<Integer, Value> state,
      List<Value> outside,
      Snapshots snapshots,
      IrBuilder out) {
    Map<Value, Value> copies = new HashMap<>();
    copies.put(function.parameters().get(0), first);
    copies.put(function.parameters().get(1), start);
    int position = 2;
    for (int index : planned.state()) {
      Value parameter = function.parameters().get(position++);
      copies.put(parameter, state.getOrDefault(index, parameter));
    }
    for (Value value : outside) {
      copies.put(function.parameters().get(position++), value);
    }
    Region again = Rewriting.repeat(keeping(snapshots), copies);
    again.ops().forEach(out::add);
    Map<Integer, Value> reached = new HashMap<>();
    for (int i = 0; i < demanded.size(); i++) {
      reached.put(demanded.get(i), again.yields().get(i));
    }
    return reached;
  }

  private Region keeping(Snapshots snapshots) {
    List<Op> ops = new ArrayList<>();
    boolean isKept = false;
    for (Op op : function.body().ops()) {
      boolean isLoop = op instanceof FlowOp.Loop loop && loop.label().isReplay();
      ops.add(isLoop ? keeping((FlowOp.Loop) op, snapshots) : op);
      isKept |= isLoop;
    }
    if (!isKept) {
      ops.add(keeping(idle(ops), snapshots));
    }
    return function.body().withOps(ops);
  }

  private FlowOp.Loop keeping(FlowOp.Loop loop, Snapshots snapshots) {
    int counter = loop.inits().indexOf(function.parameters().getFirst());
    List<Value> state = new ArrayList<>();
    for (int index : needed) {
      Value parameter = parameter(function, planned.state().indexOf(index));
      int position = loop.inits().indexOf(parameter);
      state.add(position < 0 ? parameter : loop.arguments().get(position));
    }
    IrBuilder body = new IrBuilder();
    snapshots.keep(loop.arguments().get(counter), state, body);
    loop.body().ops().forEach(body::add);
    return new FlowOp.Loop(
        loop.results(),
        loop.inits(),
        loop.arguments(),
        loop.test(),
        body.region(List.of(), loop.body().yields()),
        loop.label(),
        loop.source());
  }

  /** Iterations that do nothing, where no part of the state that is kept changes. */
  private FlowOp.Loop idle(List<Op> literals) {
    Value count = planned.count().copy();
    IrBuilder body = new IrBuilder();
    Value one = new IrBuilder().number(1, ScalarType.INT);
    literals.add(new Op.Constant(one, 1, planned.loop().source()));
    Value next = body.arithmetic(Operator.ADD, count, one);
    return new FlowOp.Loop(
        List.of(count.copy()),
        List.of(function.parameters().getFirst()),
        List.of(count),
        PlannedLoop.test(count, function.parameters().get(1)),
        body.region(List.of(), List.of(next)),
        Label.replay(planned.loop().label()),
        planned.loop().source());
  }
}
