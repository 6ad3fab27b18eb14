package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What keeps an evaluation from moving past another one.
 *
 * @param reads arrays whose elements it reads, by root
 * @param writes arrays whose elements it writes, by root
 * @param readsState whether it reads state outside the function
 * @param writesState whether it changes state outside the function
 * @param canThrow whether it may throw
 */
record Effect(
    Set<Value> reads,
    Set<Value> writes,
    boolean readsState,
    boolean writesState,
    boolean canThrow) {

  private static final Effect NONE = new Effect(Set.of(), Set.of(), false, false, false);

  /** The effect of a node, what it holds included. */
  static Effect of(Node node, ArrayObjects arrays) {
    boolean isInLoop = node.op() instanceof FlowOp.Turn && node.block().owner() != null;
    Effect effect = isInLoop ? NONE : own(node.op(), arrays);
    for (Block block : node.blocks()) {
      for (Node inner : block.nodes()) {
        effect = effect.and(of(inner, arrays));
      }
    }
    return effect;
  }

  Effect and(Effect other) {
    return new Effect(
        union(reads, other.reads),
        union(writes, other.writes),
        readsState || other.readsState,
        writesState || other.writesState,
        canThrow || other.canThrow);
  }

  /** Whether the order of two evaluations matters. */
  boolean conflictsWith(Effect other, ArrayObjects arrays) {
    return meet(writes, other.writes, arrays)
        || meet(writes, other.reads, arrays)
        || meet(reads, other.writes, arrays)
        || (writesState && (other.readsState || other.writesState))
        || (readsState && other.writesState)
        || (canThrow && other.isObservable(arrays))
        || (other.canThrow && isObservable(arrays));
  }

  boolean changesNothing() {
    return writes.isEmpty() && !writesState;
  }

  // What a caller sees even if an exception follows.
  private boolean isObservable(ArrayObjects arrays) {
    return writesState || writes.stream().anyMatch(array -> !arrays.isPrivate(array));
  }

  private static boolean meet(Set<Value> some, Set<Value> others, ArrayObjects arrays) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> arrays.mayBeSame(a, b)));
  }

  private static Effect own(Op op, ArrayObjects arrays) {
    return switch (op) {
      case Op.Arithmetic arithmetic -> throwing(isIntegerDivision(arithmetic));
      case ArrayOp.Load _, ArrayOp.ArrayCopy _, ArrayOp.TakeRow _, ArrayOp.RowShape _ ->
          reading(op, arrays);
      case ArrayOp.Store(_, var array, _, _, _) -> writing(array, arrays);
      case ArrayOp.Accumulate(_, var array, _, _, _) -> writing(array, arrays);
      case ArrayOp.AccumulateAll(_, var array, _, var addend, _) ->
          new Effect(Set.of(arrays.first(addend)), Set.of(arrays.first(array)), false, false, true);
      case ArrayOp.StoreRow(_, var array, _, var row, _, _) ->
          new Effect(Set.of(arrays.first(row)), Set.of(arrays.first(array)), false, false, true);
      case ArrayOp.ClearRow(_, var array, _, _, _) -> writing(array, arrays);
      case ArrayOp.ArrayLength(_, var array, var indices, _)
          when !indices.isEmpty() && arrays.isReshaped(array) ->
          reading(op, arrays);
      case CallOp.Call _,
          CallOp.ForwardCall _,
          CallOp.ReverseCall _,
          CallOp.TangentCall _,
          CallOp.DynamicCall _ -> {
        Set<Value> objects = objects(op.operands(), arrays);
        yield new Effect(objects, objects, true, true, true);
      }
      case CallOp.Invoke invoke -> invoke(invoke, arrays);
      case Op.FieldStore _, FlowOp.Throw _, FlowOp.Turn _, Op.Unsupported _ ->
          new Effect(Set.of(), Set.of(), true, true, true);
      case ArrayOp.Allocate _ -> throwing(true);
      case Op.Constant _, Op.Convert _, Op.StopGradient _, ArrayOp.ArrayLiteral _ -> NONE;
      case ArrayOp.ZerosLike _,
          ArrayOp.ArrayLength _,
          FlowOp.If _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _ ->
          NONE;
    };
  }

  private static Effect invoke(CallOp.Invoke invoke, ArrayObjects arrays) {
    JavaMember member = invoke.member();
    Set<Value> objects = objects(invoke.operands(), arrays);
    boolean writes =
        switch (member.effects()) {
          case PURE, READS_STATE -> false;
          case NON_DETERMINISTIC, WRITES_STATE -> true;
        };
    boolean readsObject =
        invoke.operands().stream().anyMatch(operand -> operand.type() instanceof IrType.Reference);
    boolean reads = writes || readsObject || member.effects() != JavaMember.Effects.PURE;
    return new Effect(objects, writes ? objects : Set.of(), reads, writes, canThrow(member));
  }

  private static boolean canThrow(JavaMember member) {
    boolean isMath =
        member.owner().equals("java.lang.Math") || member.owner().equals("java.lang.StrictMath");
    return !isMath || member.name().endsWith("Exact");
  }

  private static boolean isIntegerDivision(Op.Arithmetic op) {
    boolean divides = op.operator() == Operator.DIV || op.operator() == Operator.REM;
    return divides && !op.result().type().isDifferentiable();
  }

  private static Effect throwing(boolean canThrow) {
    return canThrow ? new Effect(Set.of(), Set.of(), false, false, true) : NONE;
  }

  private static Effect reading(Op op, ArrayObjects arrays) {
    return new Effect(objects(op.operands(), arrays), Set.of(), false, false, true);
  }

  private static Effect writing(Value array, ArrayObjects arrays) {
    return new Effect(Set.of(), Set.of(arrays.first(array)), false, false, true);
  }

  private static Set<Value> objects(List<Value> operands, ArrayObjects arrays) {
    Set<Value> objects = new HashSet<>();
    for (Value operand : operands) {
      if (operand.type() instanceof IrType.Array) {
        objects.add(arrays.first(operand));
      }
    }
    return objects;
  }

  private static Set<Value> union(Set<Value> some, Set<Value> others) {
    if (others.isEmpty()) {
      return some;
    }
    Set<Value> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
