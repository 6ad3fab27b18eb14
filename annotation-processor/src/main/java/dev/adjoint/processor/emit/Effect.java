package dev.adjoint.processor.emit;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
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
  static Effect of(Node node, ArrayRoots roots) {
    Effect effect = own(node.op(), roots);
    for (Block block : node.blocks()) {
      for (Node inner : block.nodes()) {
        effect = effect.and(of(inner, roots));
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
  boolean conflictsWith(Effect other, ArrayRoots roots) {
    return meet(writes, other.writes, roots)
        || meet(writes, other.reads, roots)
        || meet(reads, other.writes, roots)
        || writesState && (other.readsState || other.writesState)
        || readsState && other.writesState
        || canThrow && other.isObservable(roots)
        || other.canThrow && isObservable(roots);
  }

  boolean changesNothing() {
    return writes.isEmpty() && !writesState;
  }

  // What a caller sees even if an exception follows.
  private boolean isObservable(ArrayRoots roots) {
    return writesState || writes.stream().anyMatch(array -> !isFresh(array, roots));
  }

  private static boolean meet(Set<Value> some, Set<Value> others, ArrayRoots roots) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> mayBeSame(a, b, roots)));
  }

  // Two parameters may be one array at run time; a new array is nobody else's.
  private static boolean mayBeSame(Value one, Value other, ArrayRoots roots) {
    return one == other
        || element(one) == element(other) && !isFresh(one, roots) && !isFresh(other, roots);
  }

  private static ScalarType element(Value array) {
    return ((IrType.Array) array.type()).element();
  }

  private static boolean isFresh(Value root, ArrayRoots roots) {
    return switch (roots.definition(root)) {
      case Op.Allocate _, Op.ArrayLiteral _, Op.ZerosLike _, Op.ArrayCopy _ -> true;
      case null, default -> false;
    };
  }

  private static Effect own(Op op, ArrayRoots roots) {
    return switch (op) {
      case Op.Arithmetic arithmetic -> throwing(isIntegerDivision(arithmetic));
      case Op.Load load -> new Effect(arrays(load.operands(), roots), Set.of(), false, false, true);
      case Op.ArrayCopy copy ->
          new Effect(arrays(copy.operands(), roots), Set.of(), false, false, true);
      case Op.Store(_, var array, _, _, _) -> writing(array, roots);
      case Op.Accumulate(_, var array, _, _, _) -> writing(array, roots);
      case Op.AccumulateAll(_, var array, var addend, _) ->
          new Effect(Set.of(roots.root(addend)), Set.of(roots.root(array)), false, false, true);
      case Op.Call _, Op.ForwardCall _, Op.ReverseCall _, Op.TangentCall _ -> {
        Set<Value> arrays = arrays(op.operands(), roots);
        yield new Effect(arrays, arrays, true, true, true);
      }
      case Op.Invoke invoke -> invoke(invoke, roots);
      case Op.FieldStore _, Op.Throw _, Op.Turn _, Op.Unsupported _ ->
          new Effect(Set.of(), Set.of(), true, true, true);
      case Op.Allocate _ -> throwing(true);
      case Op.Constant _, Op.Convert _, Op.StopGradient _, Op.ArrayLiteral _ -> NONE;
      case Op.ZerosLike _, Op.ArrayLength _, Op.If _, Op.Loop _, Op.ReverseLoop _ -> NONE;
    };
  }

  private static Effect invoke(Op.Invoke invoke, ArrayRoots roots) {
    JavaMember member = invoke.member();
    Set<Value> arrays = arrays(invoke.operands(), roots);
    boolean writes =
        switch (member.effects()) {
          case PURE, READS_STATE -> false;
          case NON_DETERMINISTIC, WRITES_STATE -> true;
        };
    boolean readsObject =
        invoke.operands().stream().anyMatch(operand -> operand.type() instanceof IrType.Reference);
    boolean reads = writes || readsObject || member.effects() != JavaMember.Effects.PURE;
    return new Effect(arrays, writes ? arrays : Set.of(), reads, writes, canThrow(member));
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

  private static Effect writing(Value array, ArrayRoots roots) {
    return new Effect(Set.of(), Set.of(roots.root(array)), false, false, true);
  }

  private static Set<Value> arrays(List<Value> operands, ArrayRoots roots) {
    Set<Value> arrays = new HashSet<>();
    for (Value operand : operands) {
      if (operand.type() instanceof IrType.Array) {
        arrays.add(roots.root(operand));
      }
    }
    return arrays;
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
