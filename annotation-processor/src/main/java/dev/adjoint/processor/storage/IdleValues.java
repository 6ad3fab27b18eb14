package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the values that the forward sweep computes for the reverse sweep alone. Computed there,
 * they cost what they would cost here, and need no place to be kept in.
 */
final class IdleValues {
  private final ForwardSweep forward;
  private final Set<Value> needed = new HashSet<>();
  private final Deque<Value> pending = new ArrayDeque<>();
  private final Map<Value, Value> inits = new HashMap<>();
  private final Map<Value, Value> next = new HashMap<>();

  private IdleValues(ForwardSweep forward) {
    this.forward = forward;
  }

  /**
   * The values that are computed for what the reverse sweep can compute itself, and for nothing
   * else.
   *
   * @param demanded the values that the reverse sweep reads through mirroring regions
   * @param possible what it can compute, at whatever cost, if nothing is kept
   */
  static Set<Value> of(
      IrFunction adjoint, ForwardSweep forward, List<Value> demanded, Recomputation possible) {
    IdleValues values = new IdleValues(forward);
    values.need(kept(demanded, possible));
    forward.operations().forEach(placed -> values.begin(placed.op()));
    List<Op> ops = adjoint.body().ops();
    ops.subList(ReverseWalk.forwardOps(adjoint).size(), ops.size()).forEach(values::reverse);
    values.need(adjoint.body().yields());
    while (!values.pending.isEmpty()) {
      values.follow(values.pending.remove());
    }
    return values.idle();
  }

  /** The values that have to be kept in any case. */
  private static Set<Value> kept(List<Value> demanded, Recomputation possible) {
    Set<Value> kept = new HashSet<>();
    Set<Value> seen = new HashSet<>(demanded);
    Deque<Value> open = new ArrayDeque<>(demanded);
    while (!open.isEmpty()) {
      Value value = open.remove();
      List<Value> inputs = possible.isAtHand(value) ? List.of() : possible.inputs(value);
      if (inputs == null) {
        kept.add(value);
      } else {
        inputs.stream().filter(seen::add).forEach(open::add);
      }
    }
    return kept;
  }

  private Set<Value> idle() {
    Set<Value> idle = new HashSet<>();
    for (ForwardSweep.Placed placed : forward.operations()) {
      for (Value result : placed.op().results()) {
        if (isOnlyAValue(placed.op()) && !needed.contains(result)) {
          idle.add(result);
        }
      }
    }
    return idle;
  }

  private void begin(Op op) {
    switch (op) {
      case FlowOp.If branch -> need(List.of(branch.condition()));
      case FlowOp.Loop loop -> {
        need(loop.test().yields());
        for (int i = 0; i < loop.arguments().size(); i++) {
          inits.put(loop.arguments().get(i), loop.inits().get(i));
          next.put(loop.arguments().get(i), loop.body().yields().get(i));
        }
      }
      default -> need(isOnlyAValue(op) ? List.of() : op.operands());
    }
  }

  /** What the reverse sweep sees as it is has to be computed before it. */
  private void reverse(Op op) {
    need(op.operands().stream().filter(value -> !forward.isMirrored(value)).toList());
    for (Region region : op.regions()) {
      region.ops().forEach(this::reverse);
      need(region.yields().stream().filter(value -> !forward.isMirrored(value)).toList());
    }
  }

  private void need(Collection<Value> values) {
    for (Value value : values) {
      if (needed.add(value)) {
        pending.add(value);
      }
    }
  }

  private void follow(Value value) {
    if (inits.containsKey(value)) {
      need(List.of(inits.get(value), next.get(value)));
      return;
    }
    Op op = forward.definition(value);
    switch (op) {
      case FlowOp.If branch -> {
        int index = branch.results().indexOf(value);
        need(List.of(branch.thenRegion().yields().get(index)));
        need(List.of(branch.elseRegion().yields().get(index)));
      }
      case FlowOp.Loop loop -> need(List.of(loop.arguments().get(loop.results().indexOf(value))));
      case null -> {}
      default -> need(op.operands());
    }
  }

  /** Whether an operation does nothing but yield a value. */
  private static boolean isOnlyAValue(Op op) {
    return switch (op) {
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> true;
      case ArrayOp.Load _, ArrayOp.ArrayLength _ -> true;
      case CallOp.Invoke invoke -> invoke.member().effects() == JavaMember.Effects.PURE;
      case ArrayOp _, CallOp _, FlowOp _, Op.FieldStore _, Op.Unsupported _ -> false;
    };
  }
}
