package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Moves what every iteration computes alike in front of the loop: mathematical functions, and the
 * arithmetic they need. Plain arithmetic stays, it costs nothing there and reads better. Nothing
 * that may throw is moved, for the loop may make no iteration.
 */
final class LoopInvariants {
  private final Map<Label, FlowOp.Loop> loops = new HashMap<>();

  private LoopInvariants() {}

  static IrFunction hoist(IrFunction function) {
    return function.withBody(new LoopInvariants().region(function.body()));
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>(region.ops().size());
    for (Op op : region.ops()) {
      Op inner = Rewriting.mapRegions(op, value -> value, this::region);
      if (inner instanceof FlowOp.Loop loop) {
        loops.put(loop.label(), loop);
      }
      boolean isLoop = inner instanceof FlowOp.Loop || inner instanceof FlowOp.ReverseLoop;
      if (isLoop && hasFunction(inner)) {
        ops.addAll(split(inner, inside(inner)));
      } else {
        ops.add(inner);
      }
    }
    return region.withOps(ops);
  }

  private static boolean hasFunction(Op op) {
    return op instanceof CallOp.Invoke invoke
        ? isMathematicalFunction(invoke)
        : op.regions().stream()
            .flatMap(region -> region.ops().stream())
            .anyMatch(LoopInvariants::hasFunction);
  }

  /** Values that differ between iterations; a reverse loop sees those of the mirrored loop too. */
  private Set<Value> inside(Op op) {
    Set<Value> values = new HashSet<>();
    if (op instanceof FlowOp.Loop loop) {
      values.addAll(loop.arguments());
    } else if (op instanceof FlowOp.ReverseLoop loop) {
      values.addAll(loop.arguments());
      FlowOp.Loop mirrored = loops.get(loop.mirrors());
      if (mirrored != null) {
        values.addAll(inside(mirrored));
      }
    }
    for (Region region : op.regions()) {
      values.addAll(region.arguments());
      for (Op inner : region.ops()) {
        values.addAll(inner.results());
        values.addAll(inside(inner));
      }
    }
    return values;
  }

  private static List<Op> split(Op loop, Set<Value> varying) {
    List<Op> invariant = new ArrayList<>();
    collect(loop, varying, invariant);
    Set<Value> needed = new HashSet<>();
    for (Op op : invariant.reversed()) {
      if (op instanceof CallOp.Invoke || needed.contains(op.results().getFirst())) {
        needed.addAll(op.operands());
        needed.addAll(op.results());
      }
    }
    List<Op> split = new ArrayList<>(invariant);
    split.removeIf(op -> !needed.containsAll(op.results()));
    Set<Op> moved = Collections.newSetFromMap(new IdentityHashMap<>());
    moved.addAll(split);
    split.add(split.isEmpty() ? loop : without(loop, moved::contains));
    return split;
  }

  private static void collect(Op op, Set<Value> varying, List<Op> invariant) {
    for (Region region : op.regions()) {
      for (Op inner : region.ops()) {
        if (isMovable(inner) && inner.operands().stream().noneMatch(varying::contains)) {
          invariant.add(inner);
          varying.removeAll(inner.results());
        } else {
          collect(inner, varying, invariant);
        }
      }
    }
  }

  private static Op without(Op op, Predicate<Op> isMoved) {
    return Rewriting.mapRegions(
        op,
        value -> value,
        region ->
            region.withOps(
                region.ops().stream()
                    .filter(isMoved.negate())
                    .map(inner -> without(inner, isMoved))
                    .toList()));
  }

  private static boolean isMovable(Op op) {
    return switch (op) {
      case Op.Constant _, Op.Convert _ -> true;
      case Op.Arithmetic arithmetic -> !mayThrow(arithmetic);
      case CallOp.Invoke invoke -> isMathematicalFunction(invoke);
      case Op.StopGradient _, ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ZerosLike _ ->
          false;
      case ArrayOp.ArrayCopy _,
          ArrayOp.ArrayLength _,
          ArrayOp.Load _,
          ArrayOp.Store _,
          ArrayOp.Accumulate _ ->
          false;
      case ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          FlowOp.If _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _,
          CallOp.Call _ ->
          false;
      case CallOp.ForwardCall _, CallOp.ReverseCall _, CallOp.TangentCall _, CallOp.DynamicCall _ ->
          false;
      case Op.FieldStore _, FlowOp.Throw _, Op.Unsupported _, FlowOp.Turn _ -> false;
    };
  }

  private static boolean mayThrow(Op.Arithmetic op) {
    boolean isDivision = op.operator() == Operator.DIV || op.operator() == Operator.REM;
    return isDivision && !isFloating(op.result());
  }

  private static boolean isMathematicalFunction(CallOp.Invoke invoke) {
    String owner = invoke.member().owner();
    return (owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath"))
        && Expression.isPureFunction(invoke)
        && isFloating(invoke.results().getFirst());
  }

  private static boolean isFloating(Value value) {
    return value.type() instanceof ScalarType type && type.isFloatingPoint();
  }
}
