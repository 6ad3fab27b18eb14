package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises how the loops of the forward sweep count. */
final class LoopCounts {
  /** A bound that takes more operations than this is counted rather than computed again. */
  private static final int LONGEST_BOUND = 6;

  private final ForwardSweep forward;
  private final RowLengths lengths;
  private final Map<Label, Optional<LoopCount>> counts = new HashMap<>();

  LoopCounts(ForwardSweep forward, RowLengths lengths) {
    this.forward = forward;
    this.lengths = lengths;
  }

  /** How the loop {@code label} counts; {@code null} if nothing in it does. */
  @Nullable LoopCount of(Label label) {
    return counts.computeIfAbsent(label, _ -> Optional.ofNullable(count(label))).orElse(null);
  }

  private @Nullable LoopCount count(Label label) {
    FlowOp.Loop loop = forward.loop(label);
    LoopCount tested = tested(loop);
    return tested == null ? counted(loop) : tested;
  }

  /** The loop whose test compares a carried value that grows evenly with an invariant bound. */
  private @Nullable LoopCount tested(FlowOp.Loop loop) {
    Value test = loop.test().yields().getFirst();
    if (!(forward.definition(test) instanceof Op.Arithmetic comparison)) {
      return null;
    }
    Value left = comparison.operands().getFirst();
    Value right = comparison.operands().getLast();
    Operator operator = comparison.operator();
    return loop.arguments().contains(left)
        ? tested(loop, left, operator, right)
        : tested(loop, right, flipped(operator), left);
  }

  private @Nullable LoopCount tested(
      FlowOp.Loop loop, Value induction, Operator operator, Value bound) {
    int index = loop.arguments().indexOf(induction);
    Integer step = index < 0 ? null : step(loop, index);
    if (step == null || !isInvariant(bound, loop, LONGEST_BOUND)) {
      return null;
    }
    boolean isTowardsBound =
        switch (operator) {
          case LT, LE -> step > 0;
          case GT, GE -> step < 0;
          case ADD, SUB, MUL, DIV, REM, NEG, EQ, NE, NOT, AND, OR, XOR -> false;
          case COMPLEMENT, SHL, SHR, USHR -> false;
        };
    return isTowardsBound
        ? new LoopCount(induction, loop.inits().get(index), bound, step, operator, true)
        : null;
  }

  /** The loop that carries a count of its iterations. */
  private @Nullable LoopCount counted(FlowOp.Loop loop) {
    for (int i = 0; i < loop.arguments().size(); i++) {
      boolean isFromZero = Integer.valueOf(0).equals(literal(loop.inits().get(i)));
      if (isFromZero && Integer.valueOf(1).equals(step(loop, i))) {
        return new LoopCount(
            loop.arguments().get(i),
            loop.inits().get(i),
            loop.results().get(i),
            1,
            Operator.LT,
            false);
      }
    }
    return null;
  }

  /** What every iteration adds to carried value {@code index}; {@code null} if not one number. */
  private @Nullable Integer step(FlowOp.Loop loop, int index) {
    Value argument = loop.arguments().get(index);
    boolean isInt = argument.type() == ScalarType.INT;
    if (!isInt
        || !(forward.definition(loop.body().yields().get(index)) instanceof Op.Arithmetic next)) {
      return null;
    }
    Value left = next.operands().getFirst();
    Value right = next.operands().getLast();
    if (next.operator() == Operator.ADD && left == argument) {
      return nonZero(literal(right), 1);
    }
    if (next.operator() == Operator.ADD && right == argument) {
      return nonZero(literal(left), 1);
    }
    return next.operator() == Operator.SUB && left == argument ? nonZero(literal(right), -1) : null;
  }

  private static @Nullable Integer nonZero(@Nullable Object literal, int sign) {
    return literal instanceof Integer step && step != 0 && step != Integer.MIN_VALUE
        ? sign * step
        : null;
  }

  private @Nullable Object literal(Value value) {
    return forward.definition(value) instanceof Op.Constant constant ? constant.literal() : null;
  }

  /** Whether {@code value} is the same in every iteration, and cheap to compute outside. */
  private boolean isInvariant(Value value, FlowOp.Loop loop, int budget) {
    Scope home = forward.home(value);
    Scope body = forward.scope(loop.label(), Scope.Kind.BODY);
    Scope test = forward.scope(loop.label(), Scope.Kind.TEST);
    if (home == null || home == body || budget == 0) {
      return false;
    }
    if (home != test) {
      return true;
    }
    return switch (forward.definition(value)) {
      case ArrayOp.ArrayLength length ->
          lengths.isStable(length)
              && isMadeOutside(lengths.root(length), body, test)
              && areInvariant(length.indices(), loop, budget);
      case Op.Constant op -> areInvariant(op.operands(), loop, budget);
      case Op.Arithmetic op -> areInvariant(op.operands(), loop, budget);
      case Op.Convert op -> areInvariant(op.operands(), loop, budget);
      case null, default -> false;
    };
  }

  /** Not so of a variable that is given other arrays in the loop. */
  private boolean isMadeOutside(Value root, @Nullable Scope body, @Nullable Scope test) {
    Scope home = forward.home(root);
    return home != body && home != test;
  }

  private boolean areInvariant(List<Value> values, FlowOp.Loop loop, int budget) {
    return values.stream().allMatch(value -> isInvariant(value, loop, budget - 1));
  }

  private static Operator flipped(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GT;
      case LE -> Operator.GE;
      case GT -> Operator.LT;
      case GE -> Operator.LE;
      case ADD, SUB, MUL, DIV, REM, NEG, EQ, NE, NOT, AND, OR, XOR -> operator;
      case COMPLEMENT, SHL, SHR, USHR -> operator;
    };
  }
}
