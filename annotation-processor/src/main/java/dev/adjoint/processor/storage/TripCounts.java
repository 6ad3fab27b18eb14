package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Numbers of iterations, computed at the top of the forward sweep to size arrays by. */
final class TripCounts {
  private final ForwardSweep forward;
  private final ArrayContents contents;
  private final LoopCounts counts;
  private final Map<Value, Value> hoisted = new HashMap<>();
  private final Map<Label, Value> trips = new HashMap<>();

  TripCounts(ForwardSweep forward, ArrayContents contents, LoopCounts counts) {
    this.forward = forward;
    this.contents = contents;
    this.counts = counts;
  }

  /** Whether the trip count of {@code loop} can be computed in front of {@code outermost}. */
  boolean isKnownBefore(Scope loop, Scope outermost) {
    LoopCount count = counts.of(loop.label());
    return count != null
        && count.isKnownBefore()
        && isKnown(count.start(), outermost)
        && isKnown(count.bound(), outermost);
  }

  private boolean isKnown(Value value, Scope outermost) {
    if (!forward.isMirrored(value)) {
      return forward.moment(value) <= outermost.entry();
    }
    return switch (forward.definition(value)) {
      case Op.Constant _ -> true;
      case Op.Convert convert -> isKnown(convert.operand(), outermost);
      case Op.Arithmetic op ->
          !mayThrow(op) && op.operands().stream().allMatch(operand -> isKnown(operand, outermost));
      case ArrayOp.ArrayLength length ->
          length.indices().isEmpty() && isKnown(contents.root(length.array()), outermost);
      case null, default -> false;
    };
  }

  private static boolean mayThrow(Op.Arithmetic op) {
    return op.operator() == Operator.DIV || op.operator() == Operator.REM;
  }

  /** The number of elements an array needs that has one for each iteration of {@code loops}. */
  Value capacity(List<Scope> loops, IrBuilder out) {
    Value product = trips(loops.getFirst(), out);
    for (Scope loop : loops.subList(1, loops.size())) {
      Value trip = trips(loop, out);
      product = out.named("entries").invoke(math("multiplyExact"), ScalarType.INT, product, trip);
    }
    return product;
  }

  /** How often the body of {@code loop} runs; computed once, at the top of the forward sweep. */
  private Value trips(Scope loop, IrBuilder out) {
    Value known = trips.get(loop.label());
    if (known != null) {
      return known;
    }
    LoopCount count = count(loop);
    Value start = hoisted(count.start(), out);
    Value bound = hoisted(count.bound(), out);
    Value distance = count.isAscending() ? minus(bound, start, out) : minus(start, bound, out);
    int step = Math.abs(count.step());
    int rounding = count.isInclusive() ? step : step - 1;
    Value rounded = rounding == 0 ? distance : plus(distance, rounding, out);
    Value number =
        step == 1
            ? rounded
            : out.arithmetic(Operator.DIV, rounded, out.number(step, ScalarType.INT));
    boolean isLength =
        number.equals(bound) && forward.definition(bound) instanceof ArrayOp.ArrayLength;
    Value zero = isLength ? number : out.number(0, ScalarType.INT);
    Value trip = isLength ? number : out.invoke(math("max"), ScalarType.INT, zero, number);
    trips.put(loop.label(), trip);
    return trip;
  }

  /**
   * The position of an iteration among all iterations of {@code loops}.
   *
   * @param induction what a loop's counter is where the operations are emitted
   */
  Value position(List<Scope> loops, UnaryOperator<Value> induction, IrBuilder out) {
    Value position = iteration(loops.getFirst(), induction, out);
    for (Scope loop : loops.subList(1, loops.size())) {
      Value row = out.arithmetic(Operator.MUL, position, trips(loop, out));
      Value column = iteration(loop, induction, out);
      position = out.named("position").arithmetic(Operator.ADD, row, column);
    }
    return position;
  }

  private Value iteration(Scope loop, UnaryOperator<Value> induction, IrBuilder out) {
    LoopCount count = count(loop);
    Value current = induction.apply(count.induction());
    Value start = hoisted(count.start(), out);
    Value distance = count.isAscending() ? minus(current, start, out) : minus(start, current, out);
    int step = Math.abs(count.step());
    return step == 1
        ? distance
        : out.arithmetic(Operator.DIV, distance, out.number(step, ScalarType.INT));
  }

  private LoopCount count(Scope loop) {
    LoopCount count = counts.of(loop.label());
    if (count == null) {
      throw new IllegalStateException("storage: nothing counts the iterations of " + loop.label());
    }
    return count;
  }

  private Value hoisted(Value value, IrBuilder out) {
    if (!forward.isMirrored(value)) {
      return value;
    }
    Value known = hoisted.get(value);
    return known == null ? hoist(value, out) : known;
  }

  private Value hoist(Value value, IrBuilder out) {
    Value result = value.copy();
    switch (forward.definition(value)) {
      case Op.Constant op -> out.add(new Op.Constant(result, op.literal(), op.source()));
      case Op.Convert op ->
          out.add(new Op.Convert(result, hoisted(op.operand(), out), op.source()));
      case Op.Arithmetic op -> {
        List<Value> operands =
            op.operands().stream().map(operand -> hoisted(operand, out)).toList();
        out.add(new Op.Arithmetic(result, op.operator(), operands, op.source()));
      }
      case ArrayOp.ArrayLength op ->
          out.add(
              new ArrayOp.ArrayLength(result, contents.root(op.array()), List.of(), op.source()));
      case null, default ->
          throw new IllegalStateException("storage: " + value + " is not known before its loop");
    }
    hoisted.put(value, result);
    return result;
  }

  private Value minus(Value left, Value right, IrBuilder out) {
    boolean isZero =
        forward.definition(right) instanceof Op.Constant zero
            && Integer.valueOf(0).equals(zero.literal());
    return isZero ? left : out.arithmetic(Operator.SUB, left, right);
  }

  private static Value plus(Value left, int right, IrBuilder out) {
    return out.arithmetic(Operator.ADD, left, out.number(right, ScalarType.INT));
  }

  private static JavaMember math(String name) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD,
        "java.lang.Math",
        name,
        List.of("int", "int"),
        List.of(),
        JavaMember.Effects.PURE);
  }
}
