package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which operations and values a function's results and effects depend on. Reading a mirrored value
 * keeps it alive in the forward sweep; reversing a loop keeps the loop.
 */
final class Liveness {
  private final ArrayRoots roots;
  private final Set<Value> parameters;
  private final Map<Value, Op> owners = new HashMap<>();
  private final IdentityHashMap<Op, Op> parents = new IdentityHashMap<>();
  private final Map<Label, Op> loops = new HashMap<>();
  private final Set<Value> latest;
  private final Set<Op> liveOps = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> live = new HashSet<>();
  private final Deque<Value> pending = new ArrayDeque<>();

  private Liveness(IrFunction function) {
    roots = ArrayRoots.of(function);
    latest = LatestVersions.of(function, roots);
    parameters = new HashSet<>();
    function.parameters().forEach(parameter -> parameters.add(roots.family(parameter)));
  }

  static Liveness of(IrFunction function) {
    Liveness liveness = new Liveness(function);
    liveness.index(function.body());
    liveness.markEffects(function.body());
    function.body().yields().forEach(liveness::mark);
    while (!liveness.pending.isEmpty()) {
      liveness.follow(liveness.pending.remove());
    }
    return liveness;
  }

  boolean isLive(Op op) {
    return liveOps.contains(op);
  }

  boolean isLive(Value value) {
    return live.contains(value);
  }

  private void index(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(result -> owners.put(result, op));
      if (op instanceof FlowOp.Loop loop) {
        loops.put(loop.label(), loop);
        loop.arguments().forEach(argument -> owners.put(argument, loop));
      } else if (op instanceof FlowOp.ReverseLoop loop) {
        loop.arguments().forEach(argument -> owners.put(argument, loop));
      }
      for (Region inner : op.regions()) {
        inner.ops().forEach(child -> parents.put(child, op));
        index(inner);
      }
    }
  }

  private void markEffects(Region region) {
    for (Op op : region.ops()) {
      if (hasEffect(op)) {
        mark(op);
      }
      op.regions().forEach(this::markEffects);
    }
  }

  private boolean hasEffect(Op op) {
    return switch (op) {
      case ArrayOp.Store store -> isVisibleToCaller(store.array());
      case ArrayOp.Accumulate add -> isVisibleToCaller(add.array());
      case ArrayOp.AccumulateAll add -> isVisibleToCaller(add.array());
      case ArrayOp.StoreRow store -> isVisibleToCaller(store.array());
      case ArrayOp.ClearRow clear -> isVisibleToCaller(clear.array());
      case CallOp.Invoke invoke ->
          switch (invoke.member().effects()) {
            case PURE, READS_STATE -> false;
            case NON_DETERMINISTIC, WRITES_STATE -> true;
          };
      case CallOp.Call _, CallOp.ForwardCall _, CallOp.ReverseCall _, CallOp.TangentCall _ -> true;
      case CallOp.DynamicCall _ -> true;
      case Op.FieldStore _, FlowOp.Throw _, Op.Unsupported _ -> true;
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> false;
      case ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ZerosLike _, ArrayOp.ArrayCopy _ ->
          false;
      case ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          FlowOp.If _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _ ->
          false;
      case FlowOp.Turn _ -> false; // stays where it is, if anything around it does
    };
  }

  /** Whether writing to {@code array} may change an array of the caller's. */
  private boolean isVisibleToCaller(Value array) {
    return parameters.contains(roots.family(array));
  }

  private void mark(Value value) {
    if (live.add(value)) {
      pending.add(value);
    }
  }

  private void mark(Op op) {
    if (!liveOps.add(op)) {
      return;
    }
    switch (op) {
      case FlowOp.Loop loop -> {
        loop.test().yields().forEach(this::mark);
        loop.operands().subList(loop.inits().size(), loop.operands().size()).forEach(this::mark);
      }
      case FlowOp.ReverseLoop loop -> mark(mirrored(loop));
      default -> op.operands().forEach(this::mark);
    }
    if (parents.containsKey(op)) {
      mark(parents.get(op));
    }
    markVersions(op);
  }

  /** A branch or loop in which an array is written goes on to yield its next version. */
  private void markVersions(Op op) {
    if (op instanceof FlowOp) {
      return; // what is written in it marks what it yields
    }
    for (Value version : op.results()) {
      if (version.type() instanceof IrType.Array && !roots.root(version).equals(version)) {
        for (Op around = parents.get(op); around != null; around = parents.get(around)) {
          markNext(version, around);
        }
      }
    }
  }

  private void markNext(Value version, Op around) {
    for (int i = 0; i < around.results().size(); i++) {
      Value result = around.results().get(i);
      boolean isNext = latest.contains(result) && roots.root(result).equals(roots.root(version));
      if (isNext && isMadeIn(around, i)) {
        mark(result);
      }
    }
  }

  /**
   * Whether a branch or loop yields more there than what it found. An array that once might have
   * been swapped with another goes round in a loop twice: as what it was, and as what it became.
   */
  @SuppressWarnings("ReferenceEquality") // the very region
  private boolean isMadeIn(Op around, int index) {
    Region test = around instanceof FlowOp.Loop loop ? loop.test() : null;
    return around.regions().stream()
        .filter(region -> region != test)
        .map(region -> owners.get(region.yields().get(index)))
        .anyMatch(owner -> owner != null && isInside(owner, around));
  }

  @SuppressWarnings("ReferenceEquality") // the very operation
  private boolean isInside(Op op, Op around) {
    Op parent = parents.get(op);
    while (parent != null && parent != around) {
      parent = parents.get(parent);
    }
    return parent == around;
  }

  private Op mirrored(FlowOp.ReverseLoop reverse) {
    Op loop = loops.get(reverse.mirrors());
    if (loop == null) {
      throw new IllegalStateException("dead code: no loop " + reverse.mirrors() + " to reverse");
    }
    return loop;
  }

  private void follow(Value value) {
    Op owner = owners.get(value);
    if (owner == null) {
      return;
    }
    mark(owner);
    switch (owner) {
      case FlowOp.If branch -> {
        int index = branch.results().indexOf(value);
        mark(branch.thenRegion().yields().get(index));
        mark(branch.elseRegion().yields().get(index));
      }
      case FlowOp.Loop loop -> carried(value, loop.results(), loop.arguments(), loop);
      case FlowOp.ReverseLoop loop -> carried(value, loop.results(), loop.arguments(), loop);
      default -> {}
    }
  }

  private void carried(Value value, List<Value> results, List<Value> arguments, Op loop) {
    int index = Math.max(results.indexOf(value), arguments.indexOf(value));
    mark(arguments.get(index));
    mark(loop.operands().get(index));
    mark(loop.regions().getLast().yields().get(index));
  }
}
