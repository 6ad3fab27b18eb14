package dev.adjoint.processor.ir;

import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Rebuilds operations with other operands, or whole regions with fresh values. Where nothing
 * changes, an operation or region stays the object that it is; so a {@code map} may be asked twice.
 */
public final class Rewriting {
  private Rewriting() {}

  /** {@code op} with every operand replaced, those inside its regions included. */
  public static Op mapOperands(Op op, UnaryOperator<Value> map) {
    if (!op.regions().isEmpty()) {
      return mapRegions(op, map, region -> mapOperands(region, map));
    }
    return isUnchanged(op.operands(), map)
        ? op
        : rebuild(op, Substitution.of(map, UnaryOperator.identity()));
  }

  @SuppressWarnings("ReferenceEquality") // values are compared by identity
  private static boolean isUnchanged(List<Value> values, UnaryOperator<Value> map) {
    for (Value value : values) {
      if (map.apply(value) != value) {
        return false;
      }
    }
    return true;
  }

  /** {@code region} with every operand and yield replaced. */
  public static Region mapOperands(Region region, UnaryOperator<Value> map) {
    List<Op> ops = new ArrayList<>(region.ops().size());
    for (Op op : region.ops()) {
      ops.add(mapOperands(op, map));
    }
    return region.with(ops, all(region.yields(), map));
  }

  /**
   * {@code op} with its direct operands replaced by {@code map} and its regions by {@code inside},
   * which sees them in the order they may run.
   */
  public static Op mapRegions(Op op, UnaryOperator<Value> map, UnaryOperator<Region> inside) {
    if (op.regions().isEmpty()) {
      return mapOperands(op, map);
    }
    List<Value> operands = all(op.operands(), map);
    List<Region> regions = new ArrayList<>(2);
    for (Region region : op.regions()) {
      regions.add(inside.apply(region));
    }
    return Region.isSame(op.operands(), operands) && Region.isSame(op.regions(), regions)
        ? op
        : withRegions(op, operands, regions);
  }

  private static Op withRegions(Op op, List<Value> operands, List<Region> regions) {
    Region first = regions.getFirst();
    Region last = regions.getLast();
    if (op instanceof FlowOp.If branch) {
      return new FlowOp.If(
          branch.results(),
          operands.getFirst(),
          first,
          last,
          branch.label(),
          branch.mirrors(),
          op.source());
    }
    if (op instanceof FlowOp.Loop loop) {
      int count = loop.inits().size();
      List<Value> inits = operands.subList(0, count);
      FlowOp.Plan plan =
          loop.plan() == null
              ? null
              : new FlowOp.Plan(operands.get(count), operands.get(count + 1));
      return new FlowOp.Loop(
          loop.results(), inits, loop.arguments(), first, last, loop.label(), plan, op.source());
    }
    if (op instanceof FlowOp.ReverseLoop loop) {
      return new FlowOp.ReverseLoop(
          loop.results(), operands, loop.arguments(), last, loop.mirrors(), op.source());
    }
    throw new IllegalStateException("rewriting: no regions known of " + op);
  }

  /**
   * A copy of {@code op} that defines fresh values. Adds to {@code copies} what became of each
   * value defined in {@code op}; operands found there are replaced, others stay.
   */
  public static Op copy(Op op, Map<Value, Value> copies) {
    return rebuild(op, copying(copies));
  }

  /** A copy of {@code region} with fresh arguments and values; see {@link #copy(Op, Map)}. */
  public static Region copy(Region region) {
    Map<Value, Value> copies = new HashMap<>();
    return rebuild(region, copying(copies));
  }

  private static Region rebuild(Region region, Substitution to) {
    List<Value> arguments = all(region.arguments(), to.define());
    List<Op> ops = new ArrayList<>(region.ops().size());
    for (Op op : region.ops()) {
      ops.add(rebuild(op, to));
    }
    return new Region(arguments, ops, all(region.yields(), to.use()));
  }

  /**
   * A copy of {@code region} for another place: with fresh values and labels, and as if all of it
   * stood at {@code source}. Operands found in {@code copies} are replaced, others stay.
   */
  public static Region transplant(Region region, Map<Value, Value> copies, SourceRange source) {
    Map<Label, Label> labels = new HashMap<>();
    Substitution values = copying(copies);
    return rebuild(
        region,
        new Substitution(
            values.use(),
            values.define(),
            label -> labels.computeIfAbsent(label, Label::copy),
            _ -> source));
  }

  /**
   * A copy of {@code region} in the same function: with fresh values and labels. Operands found in
   * {@code copies} are replaced, others stay.
   */
  public static Region repeat(Region region, Map<Value, Value> copies) {
    Map<Label, Label> labels = new HashMap<>();
    Substitution values = copying(copies);
    return rebuild(
        region,
        new Substitution(
            values.use(),
            values.define(),
            label -> labels.computeIfAbsent(label, Label::copy),
            UnaryOperator.identity()));
  }

  private static Substitution copying(Map<Value, Value> copies) {
    return Substitution.of(
        value -> copies.getOrDefault(value, value),
        value -> copies.computeIfAbsent(value, Value::copy));
  }

  /** What becomes of the parts of an operation. */
  private record Substitution(
      UnaryOperator<Value> use,
      UnaryOperator<Value> define,
      UnaryOperator<Label> labels,
      UnaryOperator<SourceRange> place) {

    static Substitution of(UnaryOperator<Value> use, UnaryOperator<Value> define) {
      return new Substitution(use, define, UnaryOperator.identity(), UnaryOperator.identity());
    }

    Label label(Label label) {
      return labels.apply(label);
    }
  }

  private static List<Value> all(List<Value> values, UnaryOperator<Value> map) {
    List<Value> mapped = new ArrayList<>(values.size());
    for (Value value : values) {
      mapped.add(map.apply(value));
    }
    return mapped;
  }

  private static Op rebuild(Op op, Substitution to) {
    UnaryOperator<Value> use = to.use();
    UnaryOperator<Value> define = to.define();
    SourceRange at = to.place().apply(op.source());
    return switch (op) {
      case Op.Constant(var result, var literal, var _) ->
          new Op.Constant(define.apply(result), literal, at);
      case Op.Arithmetic(var result, var operator, var operands, var _) -> {
        var uses = all(operands, use);
        yield new Op.Arithmetic(define.apply(result), operator, uses, at);
      }
      case Op.Convert(var result, var operand, var _) -> {
        var used = use.apply(operand);
        yield new Op.Convert(define.apply(result), used, at);
      }
      case Op.StopGradient(var result, var operand, var reason, var _) -> {
        var used = use.apply(operand);
        yield new Op.StopGradient(define.apply(result), used, reason, at);
      }
      case ArrayOp.Allocate(var result, var dimensions, var _) -> {
        var uses = all(dimensions, use);
        yield new ArrayOp.Allocate(define.apply(result), uses, at);
      }
      case ArrayOp.ArrayLiteral(var result, var elements, var _) -> {
        var uses = all(elements, use);
        yield new ArrayOp.ArrayLiteral(define.apply(result), uses, at);
      }
      case ArrayOp.ZerosLike(var result, var array, var _) -> {
        var used = use.apply(array);
        yield new ArrayOp.ZerosLike(define.apply(result), used, at);
      }
      case ArrayOp.ArrayCopy(var result, var array, var indices, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new ArrayOp.ArrayCopy(define.apply(result), used, uses, at);
      }
      case ArrayOp.ArrayLength(var result, var array, var indices, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new ArrayOp.ArrayLength(define.apply(result), used, uses, at);
      }
      case ArrayOp.Load(var result, var array, var indices, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new ArrayOp.Load(define.apply(result), used, uses, at);
      }
      case ArrayOp.Store(var result, var array, var indices, var value, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var stored = use.apply(value);
        yield new ArrayOp.Store(define.apply(result), used, uses, stored, at);
      }
      case ArrayOp.Accumulate(var result, var array, var indices, var value, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var added = use.apply(value);
        yield new ArrayOp.Accumulate(define.apply(result), used, uses, added, at);
      }
      case ArrayOp.AccumulateAll(var result, var array, var indices, var addend, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var added = use.apply(addend);
        yield new ArrayOp.AccumulateAll(define.apply(result), used, uses, added, at);
      }
      case ArrayOp.StoreRow(var result, var array, var indices, var row, var rowIndices, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var stored = use.apply(row);
        var storedUses = all(rowIndices, use);
        yield new ArrayOp.StoreRow(define.apply(result), used, uses, stored, storedUses, at);
      }
      case ArrayOp.RowShape(var result, var array, var indices, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new ArrayOp.RowShape(define.apply(result), used, uses, at);
      }
      case ArrayOp.TakeRow(var result, var array, var indices, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new ArrayOp.TakeRow(define.apply(result), used, uses, at);
      }
      case ArrayOp.ClearRow(var result, var array, var indices, var shape, var _) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var given = use.apply(shape);
        yield new ArrayOp.ClearRow(define.apply(result), used, uses, given, at);
      }
      case FlowOp.If(
              var results,
              var condition,
              var thenRegion,
              var elseRegion,
              var label,
              var mirrors,
              var _) -> {
        var used = use.apply(condition);
        var onTrue = rebuild(thenRegion, to);
        var onFalse = rebuild(elseRegion, to);
        yield new FlowOp.If(
            all(results, define), used, onTrue, onFalse, to.label(label), mirrors, at);
      }
      case FlowOp.Loop(
              var results,
              var inits,
              var arguments,
              var test,
              var body,
              var label,
              var plan,
              var _) -> {
        var initial = all(inits, use);
        var newPlan = plan == null ? null : plan.map(use);
        var carried = all(arguments, define);
        var newTest = rebuild(test, to);
        var newBody = rebuild(body, to);
        yield new FlowOp.Loop(
            all(results, define), initial, carried, newTest, newBody, to.label(label), newPlan, at);
      }
      case FlowOp.ReverseLoop(
              var results,
              var inits,
              var arguments,
              var body,
              var mirrors,
              var _) -> {
        var initial = all(inits, use);
        var carried = all(arguments, define);
        var newBody = rebuild(body, to);
        yield new FlowOp.ReverseLoop(all(results, define), initial, carried, newBody, mirrors, at);
      }
      case CallOp.Call(var results, var callee, var mutated, var operands, var _) -> {
        var uses = all(operands, use);
        yield new CallOp.Call(all(results, define), callee, mutated, uses, at);
      }
      case CallOp.ForwardCall(
              var results,
              var callee,
              var mutated,
              var active,
              var operands,
              var _) -> {
        var uses = all(operands, use);
        yield new CallOp.ForwardCall(all(results, define), callee, mutated, active, uses, at);
      }
      case CallOp.ReverseCall(var results, var callee, var active, var operands, var _) -> {
        var uses = all(operands, use);
        yield new CallOp.ReverseCall(all(results, define), callee, active, uses, at);
      }
      case CallOp.TangentCall(
              var results,
              var callee,
              var mutated,
              var active,
              var operands,
              var _) -> {
        var uses = all(operands, use);
        yield new CallOp.TangentCall(all(results, define), callee, mutated, active, uses, at);
      }
      case CallOp.Invoke(var results, var member, var operands, var _) -> {
        var uses = all(operands, use);
        yield new CallOp.Invoke(all(results, define), member, uses, at);
      }
      case CallOp.DynamicCall(var results, var member, var inputs, var operands, var _) -> {
        var uses = all(operands, use);
        yield new CallOp.DynamicCall(all(results, define), member, inputs, uses, at);
      }
      case Op.FieldStore(var field, var receiver, var value, var _) ->
          new Op.FieldStore(
              field, receiver == null ? null : use.apply(receiver), use.apply(value), at);
      case FlowOp.Throw(var exception, var _) -> new FlowOp.Throw(use.apply(exception), at);
      case Op.Unsupported(var results, var problem, var operands, var text, var _) -> {
        var uses = all(operands, use);
        yield new Op.Unsupported(all(results, define), problem, uses, text, at);
      }
      case FlowOp.Turn turn -> turn;
    };
  }
}
