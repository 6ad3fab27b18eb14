package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to compute a forward value again in the reverse sweep, given the values that are
 * kept anyway.
 */
final class Recomputation {
  /** More than this is never kept in place of a value that is only computed for the reverse. */
  private static final int MOST_MISSING = 4;

  private final ForwardSweep forward;
  private final ArrayContents contents;
  private final LoopCounts counts;
  private final Set<Value> kept;
  private final RepeatedCost cost;
  private final Map<Value, Need> needs = new HashMap<>();

  /**
   * What computing a value again takes.
   *
   * @param missing values that would have to be kept for it; the value itself if it has to be
   * @param computed values to be computed once more for it, itself included
   */
  private record Need(Set<Value> missing, Set<Value> computed) {}

  Recomputation(ForwardSweep forward, ArrayContents contents, LoopCounts counts, Set<Value> kept) {
    this(forward, contents, counts, kept, RepeatedCost.of(Keeping.CHEAPER, Set.of()));
  }

  Recomputation(
      ForwardSweep forward,
      ArrayContents contents,
      LoopCounts counts,
      Set<Value> kept,
      RepeatedCost cost) {
    this.cost = cost;
    this.forward = forward;
    this.contents = contents;
    this.counts = counts;
    this.kept = Set.copyOf(kept);
  }

  /** What else has to be kept so that {@code value} can be computed again. */
  Set<Value> missing(Value value) {
    return need(value).missing();
  }

  /** Whether the reverse sweep has a value at hand: kept, visible, or counted by a loop. */
  boolean isAtHand(Value value) {
    return kept.contains(value) || !forward.isMirrored(value) || isInduction(value);
  }

  /** Whether a value is what its loop counts with. */
  boolean isInduction(Value value) {
    Scope home = forward.home(value);
    if (home == null || home.kind() != Scope.Kind.BODY) {
      return false;
    }
    LoopCount count = counts.of(home.label());
    return count != null && count.induction().equals(value);
  }

  /** The operation that computes {@code value} again, from operands as {@code read} gives them. */
  Op again(Value value, UnaryOperator<Value> read) {
    Op op = forward.definition(value);
    List<Value> inputs = inputs(value);
    if (op == null || inputs == null) {
      throw new IllegalStateException("storage: " + value + " cannot be computed again");
    }
    List<Value> operands = op.operands();
    Map<Value, Value> current = new HashMap<>();
    for (int i = 0; i < operands.size(); i++) {
      current.put(operands.get(i), read.apply(inputs.get(i)));
    }
    return Rewriting.copy(op, current);
  }

  private Need need(Value value) {
    Need known = needs.get(value);
    if (known == null) {
      known = isAtHand(value) ? new Need(Set.of(), Set.of()) : computed(value);
      needs.put(value, known);
    }
    return known;
  }

  private Need computed(Value value) {
    List<Value> inputs = inputs(value);
    if (inputs == null) {
      return new Need(Set.of(value), Set.of());
    }
    Set<Value> missing = new LinkedHashSet<>();
    boolean isIdle = cost.idle().contains(value);
    Set<Value> computed = new LinkedHashSet<>(isIdle ? Set.of() : Set.of(value));
    for (Value input : inputs) {
      missing.addAll(need(input).missing());
      computed.addAll(need(input).computed());
    }
    Scope home = forward.home(value);
    boolean isKeepable = home != null && home.kind() != Scope.Kind.TEST;
    boolean isDear = cost.isTooHigh(computed, forward) || (isIdle && missing.size() > MOST_MISSING);
    return isKeepable && isDear ? new Need(Set.of(value), Set.of()) : new Need(missing, computed);
  }

  /** What {@code value} would be computed again from; {@code null} if it cannot be. */
  @Nullable List<Value> inputs(Value value) {
    Op op = forward.definition(value);
    return op == null ? null : inputs(op);
  }

  /** What {@code op} would read if done again; {@code null} if it must not be. */
  private @Nullable List<Value> inputs(Op op) {
    return switch (op) {
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> op.operands();
      case ArrayOp.Load load ->
          contents.isStable(load) ? elements(load.array(), load.indices()) : null;
      case ArrayOp.ArrayLength length ->
          contents.lengths().isStable(length) ? elements(length.array(), length.indices()) : null;
      case CallOp.Invoke invoke -> cost.isRepeated(invoke) ? op.operands() : null;
      case ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ZerosLike _, ArrayOp.ArrayCopy _ ->
          null;
      case ArrayOp.Store _,
          ArrayOp.Accumulate _,
          ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          FlowOp.If _,
          FlowOp.Loop _ ->
          null;
      case FlowOp.ReverseLoop _, CallOp.Call _, CallOp.ForwardCall _, CallOp.ReverseCall _ -> null;
      case CallOp.TangentCall _, CallOp.DynamicCall _, Op.FieldStore _ -> null;
      case FlowOp.Throw _, Op.Unsupported _, FlowOp.Turn _ -> null;
    };
  }

  private List<Value> elements(Value array, List<Value> indices) {
    List<Value> inputs = new ArrayList<>();
    inputs.add(contents.last(array));
    inputs.addAll(indices);
    return inputs;
  }
}
