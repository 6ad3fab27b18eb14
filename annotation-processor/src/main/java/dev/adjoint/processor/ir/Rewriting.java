package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rebuilds operations with other operands, or whole regions with fresh values. */
public final class Rewriting {
  private Rewriting() {}

  /** {@code op} with every operand replaced, those inside its regions included. */
  public static Op mapOperands(Op op, UnaryOperator<Value> map) {
    return rebuild(op, map, UnaryOperator.identity());
  }

  /** {@code region} with every operand and yield replaced. */
  public static Region mapOperands(Region region, UnaryOperator<Value> map) {
    return rebuild(region, map, UnaryOperator.identity());
  }

  /**
   * {@code op} with its direct operands replaced by {@code map} and its regions by {@code inside},
   * which sees them in the order they may run.
   */
  public static Op mapRegions(Op op, UnaryOperator<Value> map, UnaryOperator<Region> inside) {
    if (op instanceof Op.If branch) {
      Value condition = map.apply(branch.condition());
      Region onTrue = inside.apply(branch.thenRegion());
      Region onFalse = inside.apply(branch.elseRegion());
      return new Op.If(
          branch.results(),
          condition,
          onTrue,
          onFalse,
          branch.label(),
          branch.mirrors(),
          op.source());
    }
    if (op instanceof Op.Loop loop) {
      List<Value> inits = all(loop.inits(), map);
      Region test = inside.apply(loop.test());
      Region body = inside.apply(loop.body());
      return new Op.Loop(
          loop.results(), inits, loop.arguments(), test, body, loop.label(), op.source());
    }
    if (op instanceof Op.ReverseLoop loop) {
      List<Value> inits = all(loop.inits(), map);
      Region body = inside.apply(loop.body());
      return new Op.ReverseLoop(
          loop.results(), inits, loop.arguments(), body, loop.mirrors(), op.source());
    }
    return mapOperands(op, map);
  }

  /**
   * A copy of {@code op} that defines fresh values. Adds to {@code copies} what became of each
   * value defined in {@code op}; operands found there are replaced, others stay.
   */
  public static Op copy(Op op, Map<Value, Value> copies) {
    return rebuild(
        op,
        value -> copies.getOrDefault(value, value),
        value -> copies.computeIfAbsent(value, Value::copy));
  }

  /** A copy of {@code region} with fresh arguments and values; see {@link #copy(Op, Map)}. */
  public static Region copy(Region region) {
    Map<Value, Value> copies = new HashMap<>();
    return rebuild(
        region,
        value -> copies.getOrDefault(value, value),
        value -> copies.computeIfAbsent(value, Value::copy));
  }

  private static Region rebuild(
      Region region, UnaryOperator<Value> use, UnaryOperator<Value> define) {
    List<Value> arguments = all(region.arguments(), define);
    List<Op> ops = new ArrayList<>(region.ops().size());
    for (Op op : region.ops()) {
      ops.add(rebuild(op, use, define));
    }
    return new Region(arguments, ops, all(region.yields(), use));
  }

  private static List<Value> all(List<Value> values, UnaryOperator<Value> map) {
    List<Value> mapped = new ArrayList<>(values.size());
    for (Value value : values) {
      mapped.add(map.apply(value));
    }
    return mapped;
  }

  private static Op rebuild(Op op, UnaryOperator<Value> use, UnaryOperator<Value> define) {
    return switch (op) {
      case Op.Constant(var result, var literal, var source) ->
          new Op.Constant(define.apply(result), literal, source);
      case Op.Arithmetic(var result, var operator, var operands, var source) -> {
        var uses = all(operands, use);
        yield new Op.Arithmetic(define.apply(result), operator, uses, source);
      }
      case Op.Convert(var result, var operand, var source) -> {
        var used = use.apply(operand);
        yield new Op.Convert(define.apply(result), used, source);
      }
      case Op.StopGradient(var result, var operand, var source) -> {
        var used = use.apply(operand);
        yield new Op.StopGradient(define.apply(result), used, source);
      }
      case Op.Allocate(var result, var dimensions, var source) -> {
        var uses = all(dimensions, use);
        yield new Op.Allocate(define.apply(result), uses, source);
      }
      case Op.ArrayLiteral(var result, var elements, var source) -> {
        var uses = all(elements, use);
        yield new Op.ArrayLiteral(define.apply(result), uses, source);
      }
      case Op.ZerosLike(var result, var array, var source) -> {
        var used = use.apply(array);
        yield new Op.ZerosLike(define.apply(result), used, source);
      }
      case Op.ArrayCopy(var result, var array, var indices, var source) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new Op.ArrayCopy(define.apply(result), used, uses, source);
      }
      case Op.ArrayLength(var result, var array, var indices, var source) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new Op.ArrayLength(define.apply(result), used, uses, source);
      }
      case Op.Load(var result, var array, var indices, var source) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        yield new Op.Load(define.apply(result), used, uses, source);
      }
      case Op.Store(var result, var array, var indices, var value, var source) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var stored = use.apply(value);
        yield new Op.Store(define.apply(result), used, uses, stored, source);
      }
      case Op.Accumulate(var result, var array, var indices, var value, var source) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var added = use.apply(value);
        yield new Op.Accumulate(define.apply(result), used, uses, added, source);
      }
      case Op.AccumulateAll(var result, var array, var indices, var addend, var source) -> {
        var used = use.apply(array);
        var uses = all(indices, use);
        var added = use.apply(addend);
        yield new Op.AccumulateAll(define.apply(result), used, uses, added, source);
      }
      case Op.If(
              var results,
              var condition,
              var thenRegion,
              var elseRegion,
              var label,
              var mirrors,
              var source) -> {
        var used = use.apply(condition);
        var onTrue = rebuild(thenRegion, use, define);
        var onFalse = rebuild(elseRegion, use, define);
        yield new Op.If(all(results, define), used, onTrue, onFalse, label, mirrors, source);
      }
      case Op.Loop(
              var results,
              var inits,
              var arguments,
              var test,
              var body,
              var label,
              var source) -> {
        var initial = all(inits, use);
        var carried = all(arguments, define);
        var newTest = rebuild(test, use, define);
        var newBody = rebuild(body, use, define);
        yield new Op.Loop(all(results, define), initial, carried, newTest, newBody, label, source);
      }
      case Op.ReverseLoop(
              var results,
              var inits,
              var arguments,
              var body,
              var mirrors,
              var source) -> {
        var initial = all(inits, use);
        var carried = all(arguments, define);
        var newBody = rebuild(body, use, define);
        yield new Op.ReverseLoop(all(results, define), initial, carried, newBody, mirrors, source);
      }
      case Op.Call(var results, var callee, var mutated, var operands, var source) -> {
        var uses = all(operands, use);
        yield new Op.Call(all(results, define), callee, mutated, uses, source);
      }
      case Op.ForwardCall(
              var results,
              var callee,
              var mutated,
              var active,
              var operands,
              var source) -> {
        var uses = all(operands, use);
        yield new Op.ForwardCall(all(results, define), callee, mutated, active, uses, source);
      }
      case Op.ReverseCall(var results, var callee, var active, var operands, var source) -> {
        var uses = all(operands, use);
        yield new Op.ReverseCall(all(results, define), callee, active, uses, source);
      }
      case Op.TangentCall(
              var results,
              var callee,
              var mutated,
              var active,
              var operands,
              var source) -> {
        var uses = all(operands, use);
        yield new Op.TangentCall(all(results, define), callee, mutated, active, uses, source);
      }
      case Op.Invoke(var results, var member, var operands, var source) -> {
        var uses = all(operands, use);
        yield new Op.Invoke(all(results, define), member, uses, source);
      }
      case Op.DynamicCall(var results, var member, var inputs, var operands, var source) -> {
        var uses = all(operands, use);
        yield new Op.DynamicCall(all(results, define), member, inputs, uses, source);
      }
      case Op.FieldStore(var field, var receiver, var value, var source) ->
          new Op.FieldStore(
              field, receiver == null ? null : use.apply(receiver), use.apply(value), source);
      case Op.Throw(var exception, var source) -> new Op.Throw(use.apply(exception), source);
      case Op.Unsupported(var results, var problem, var operands, var text, var source) -> {
        var uses = all(operands, use);
        yield new Op.Unsupported(all(results, define), problem, uses, text, source);
      }
      case Op.Turn turn -> turn;
    };
  }
}
