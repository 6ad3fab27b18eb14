package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The adjoint of some consecutive iterations of a loop, from a state to the one before: a function
 * of its own, whose forward sweep computes the iterations again.
 *
 * <p>Parameters: the first iteration and the one after the last, the state before them, what the
 * body reads from outside, then the adjoints of the active part of the state and of the active
 * values from outside. Yields: these adjoints.
 */
final class SegmentAdjoint {
  private final PlannedLoop planned;
  private final DerivativeContext outer;
  private final IrFunction primal;
  private final List<Value> bounds =
      List.of(new Value(ScalarType.INT, "start"), new Value(ScalarType.INT, "end"));
  private final List<Value> state;
  private final List<Value> adjoints = new ArrayList<>();

  /**
   * @param primal the function that the loop stands in
   */
  SegmentAdjoint(PlannedLoop planned, DerivativeContext outer, IrFunction primal) {
    this.planned = planned;
    this.outer = outer;
    this.primal = primal;
    this.state =
        PlannedLoop.pick(planned.loop().arguments(), planned.state()).stream()
            .map(Value::copy)
            .toList();
  }

  /** The function, with its storage assigned. */
  IrFunction build() {
    Region iterations = iterations();
    IrFunction segment = function(iterations);
    DerivativeContext context = context(segment);
    Checkpoints checkpoints = new Checkpoints(context, segment, false);
    IrBuilder out = new IrBuilder();
    Region forward = new ForwardSweep(context, checkpoints).rewrite(iterations);
    forward.ops().forEach(out::add);
    out.add(new FlowOp.Turn());
    ReverseSweep sweep =
        new ReverseSweep(
            context,
            checkpoints,
            out,
            new AdjointEnvironment(),
            new HandedIn(),
            new UntouchedAdjoints());
    List<Value> starts = new ArrayList<>();
    for (int index : planned.activeState(outer)) {
      sweep.adjoints().set(planned.loop().results().get(index), seed(index, sweep));
      starts.add(state.get(planned.state().indexOf(index)));
    }
    for (Value value : planned.activeFree(outer)) {
      sweep.adjoints().set(value, seed(value, sweep));
      starts.add(value);
    }
    sweep.reverse(forward);
    List<Value> yields = starts.stream().map(sweep::adjointOrZero).toList();
    IrFunction joint = HookedValue.remove(function(out.region(parameters(), yields)));
    return outer.surroundings().segments().store(joint);
  }

  private Value seed(int index, ReverseSweep sweep) {
    return seed(planned.loop().arguments().get(index), sweep);
  }

  private Value seed(Value primalValue, ReverseSweep sweep) {
    Value adjoint =
        new Value(Containers.adjoint(primalValue.type()), DerivativeNames.adjoint(primalValue));
    adjoints.add(adjoint);
    if (DerivativeContext.isArray(primalValue)) {
      sweep.handedIn().add(adjoint);
    }
    return adjoint;
  }

  private DerivativeContext context(IrFunction segment) {
    Set<Value> active = new HashSet<>();
    planned
        .activeState(outer)
        .forEach(index -> active.add(state.get(planned.state().indexOf(index))));
    Predicate<Value> isActive = value -> active.contains(value) || outer.active(value);
    ArrayRoots roots = ArrayRoots.of(segment);
    return new DerivativeContext(
        isActive,
        roots,
        ReplacedRows.of(segment, roots, isActive),
        outer.missing(),
        outer.surroundings());
  }

  private Region iterations() {
    FlowOp.Loop loop = planned.loop();
    List<Value> inits = new ArrayList<>(state);
    inits.add(planned.counter(), bounds.getFirst());
    List<Op> ops = new ArrayList<>(planned.literals());
    ops.add(
        new FlowOp.Loop(
            loop.results(),
            inits,
            loop.arguments(),
            PlannedLoop.test(planned.count(), bounds.getLast()),
            loop.body(),
            Label.replay(loop.label()),
            loop.source()));
    return new Region(parameters(), ops, loop.results());
  }

  private List<Value> parameters() {
    List<Value> parameters = new ArrayList<>(bounds);
    parameters.addAll(state);
    parameters.addAll(planned.free());
    parameters.addAll(adjoints);
    return parameters;
  }

  private IrFunction function(Region body) {
    return new IrFunction(primal.id(), null, List.of(), body, primal.source());
  }
}
