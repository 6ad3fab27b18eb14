package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
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
  private static final int DIVISION_COST = 5;
  private static final Set<String> CHEAP_FUNCTIONS = Set.of("abs", "max", "min", "sqrt");

  private final ForwardSweep forward;
  private final ArrayContents contents;
  private final LoopCounts counts;
  private final Set<Value> kept;
  private final Keeping keeping;
  private final Map<Value, Need> needs = new HashMap<>();

  /**
   * What computing a value again takes.
   *
   * @param missing values that would have to be kept for it; the value itself if it has to be
   * @param computed values to be computed for it, itself included
   */
  private record Need(Set<Value> missing, Set<Value> computed) {}

  Recomputation(ForwardSweep forward, ArrayContents contents, LoopCounts counts, Set<Value> kept) {
    this(forward, contents, counts, kept, Keeping.CHEAPER);
  }

  Recomputation(
      ForwardSweep forward,
      ArrayContents contents,
      LoopCounts counts,
      Set<Value> kept,
      Keeping keeping) {
    this.keeping = keeping;
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
    List<Value> inputs = op == null ? null : inputs(op);
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
    Op op = forward.definition(value);
    List<Value> inputs = op == null ? null : inputs(op);
    if (op == null || inputs == null) {
      return new Need(Set.of(value), Set.of());
    }
    Set<Value> missing = new LinkedHashSet<>();
    Set<Value> computed = new LinkedHashSet<>(Set.of(value));
    for (Value input : inputs) {
      missing.addAll(need(input).missing());
      computed.addAll(need(input).computed());
    }
    Scope home = forward.home(value);
    boolean isKeepable = home != null && home.kind() != Scope.Kind.TEST;
    return isKeepable && cost(computed) > keeping.highestCost()
        ? new Need(Set.of(value), Set.of())
        : new Need(missing, computed);
  }

  private int cost(Set<Value> computed) {
    int cost = 0;
    for (Value value : computed) {
      Op op = forward.definition(value);
      cost += op == null ? 0 : cost(op);
    }
    return cost;
  }

  /** What {@code op} would read if done again; {@code null} if it must not be. */
  private @Nullable List<Value> inputs(Op op) {
    return switch (op) {
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, Op.StopGradient _ -> op.operands();
      case ArrayOp.Load load ->
          contents.isStable(load) ? elements(load.array(), load.indices()) : null;
      case ArrayOp.ArrayLength length ->
          contents.lengths().isStable(length) ? elements(length.array(), length.indices()) : null;
      case CallOp.Invoke invoke -> isRepeated(invoke.member()) ? op.operands() : null;
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

  private boolean isRepeated(JavaMember member) {
    return member.effects() == JavaMember.Effects.PURE
        && switch (member.kind()) {
          case STATIC_FIELD, INSTANCE_TEST -> true;
          case STATIC_METHOD ->
              member.owner().equals("java.lang.Math")
                  && (keeping.repeatsCalls() || CHEAP_FUNCTIONS.contains(member.name()));
          case INSTANCE_METHOD, CONSTRUCTOR, INSTANCE_FIELD -> false;
        };
  }

  private static int cost(Op op) {
    return switch (op) {
      case Op.Constant _, Op.StopGradient _, ArrayOp.ArrayLength _ -> 0;
      case Op.Arithmetic arithmetic -> {
        Operator operator = arithmetic.operator();
        boolean isDivision = operator == Operator.DIV || operator == Operator.REM;
        yield isDivision && arithmetic.result().type() != ScalarType.BOOLEAN ? DIVISION_COST : 1;
      }
      case CallOp.Invoke invoke -> invoke.member().name().equals("sqrt") ? DIVISION_COST : 1;
      default -> 1;
    };
  }
}
