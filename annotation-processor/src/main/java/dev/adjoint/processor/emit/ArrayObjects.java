package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which array object each array version belongs to, named by its first version. Where different
 * arrays meet at the end of a branch or a loop round, the merged value counts as an object of its
 * own: it is a variable that refers to one or the other.
 */
final class ArrayObjects {
  private final Map<Value, Value> firsts = new HashMap<>();
  private final Set<Value> allocated = new HashSet<>();
  private final Set<Value> shared = new HashSet<>();
  private final Set<Value> absent = new HashSet<>();
  private final Set<Value> tapes = new HashSet<>();
  private final Set<Value> made = new HashSet<>();
  private final Set<Value> lacking = new HashSet<>();
  private final Set<Value> reshaped = new HashSet<>();

  private ArrayObjects() {}

  static ArrayObjects of(IrFunction function) {
    ArrayObjects objects = new ArrayObjects();
    objects.visit(function.body());
    return objects;
  }

  /** The first version of the array that {@code version} belongs to. */
  Value first(Value version) {
    return firsts.getOrDefault(version, version);
  }

  /** Whether two values may refer to one array at run time. */
  boolean mayBeSame(Value one, Value other) {
    Value a = first(one);
    Value b = first(other);
    return a == b || (element(a).equals(element(b)) && !isPrivate(a) && !isPrivate(b));
  }

  /** Whether only this function, and only under one name, can see an array. */
  boolean isPrivate(Value array) {
    Value first = first(array);
    return allocated.contains(first) && !shared.contains(first);
  }

  /** Whether the length of a row of an array may change, since rows are replaced. */
  boolean isReshaped(Value array) {
    return reshaped.stream().anyMatch(other -> mayBeSame(other, array));
  }

  /** Whether rows of an array may be {@code null}. */
  boolean mayLackRows(Value array) {
    return lacking.contains(first(array)) || isFromOutside(first(array));
  }

  private boolean isFromOutside(Value array) {
    return isArray(array) && !made.contains(array);
  }

  /** Whether an array may be {@code null} because the method itself says so. */
  boolean mayBeNull(Value array) {
    return absent.contains(first(array));
  }

  private static IrType element(Value array) {
    return ((IrType.Array) array.type()).element();
  }

  private void visit(Region region) {
    region.ops().forEach(this::visit);
  }

  private void visit(Op op) {
    switch (op) {
      case ArrayOp.Store(var result, var array, _, _, _) -> same(result, array);
      case ArrayOp.Accumulate(var result, var array, _, _, _) -> same(result, array);
      case ArrayOp.AccumulateAll(var result, var array, _, _, _) -> same(result, array);
      case ArrayOp.StoreRow store -> storeRow(store);
      case ArrayOp.ClearRow(var result, var array, _, _, _) -> replaced(result, array);
      case Op.StopGradient(var result, var operand, _, _) -> same(result, operand);
      case ArrayOp.Allocate(var result, var dimensions, _) -> {
        made(result);
        if (dimensions.size() < rank(result)) {
          lacking.add(result);
        }
      }
      case ArrayOp.ArrayLiteral(var result, _, _) -> made(result);
      case ArrayOp.ArrayCopy(var result, var array, _, _) -> made(result, array);
      case ArrayOp.ZerosLike(var result, var array, _) -> {
        made(result, array);
        mayBeAbsent(result, List.of(array));
      }
      case Op.Constant(var result, var literal, _) when literal == null -> {
        absent.add(result);
        made.add(result);
      }
      case FlowOp.If branch -> branch(branch);
      case FlowOp.Loop loop -> loop(loop);
      case CallOp.Call(var results, _, var mutated, var operands, _) ->
          written(
              results.subList(results.size() - mutated.size(), results.size()), mutated, operands);
      case CallOp.ForwardCall(var results, _, var mutated, _, var operands, _) -> {
        int frame = results.size() - 1;
        written(results.subList(frame - mutated.size(), frame), mutated, operands);
        share(operands);
      }
      case CallOp.ReverseCall(var results, _, _, var operands, _) -> {
        List<Value> arrays = results.stream().filter(ArrayObjects::isArray).toList();
        int first = operands.size() - arrays.size();
        for (int i = 0; i < arrays.size(); i++) {
          same(arrays.get(i), operands.get(first + i));
        }
      }
      case CallOp.TangentCall call -> tangentCall(call);
      case CallOp.Invoke invoke -> {
        share(invoke.operands());
        kept(invoke);
      }
      case CallOp.DynamicCall call -> share(call.operands());
      case ArrayOp.RowShape(var result, _, _, _) -> made(result);
      case ArrayOp.TakeRow(var result, var array, _, _) -> {
        made(result, array);
        if (mayLackRows(array)) {
          absent.add(result);
        }
      }
      case Op.Constant _, Op.Arithmetic _, Op.Convert _, ArrayOp.ArrayLength _, ArrayOp.Load _ -> {}
      case FlowOp.ReverseLoop _,
          Op.FieldStore _,
          FlowOp.Throw _,
          Op.Unsupported _,
          FlowOp.Turn _ -> {}
    }
  }

  private void branch(FlowOp.If branch) {
    visit(branch.thenRegion());
    visit(branch.elseRegion());
    for (int i = 0; i < branch.results().size(); i++) {
      Value onTrue = branch.thenRegion().yields().get(i);
      Value onFalse = branch.elseRegion().yields().get(i);
      Value result = branch.results().get(i);
      if (branch.thenRegion().isExit() || first(onTrue) == first(onFalse)) {
        same(result, onFalse);
      } else if (branch.elseRegion().isExit()) {
        same(result, onTrue);
      } else {
        share(List.of(onTrue, onFalse));
        made.add(result);
        mayBeAbsent(result, List.of(onTrue, onFalse));
        mayLack(result, List.of(onTrue, onFalse));
      }
    }
  }

  private void loop(FlowOp.Loop loop) {
    for (int i = 0; i < loop.arguments().size(); i++) {
      same(loop.arguments().get(i), loop.inits().get(i));
    }
    visit(loop.body());
    for (int i = 0; i < loop.arguments().size(); i++) {
      Value argument = loop.arguments().get(i);
      Value next = loop.body().yields().get(i);
      if (!loop.body().isExit() && first(next) != first(argument)) {
        share(List.of(next, loop.inits().get(i)));
        firsts.remove(argument);
        made.add(argument);
        mayLack(argument, List.of(next, loop.inits().get(i)));
        mayBeAbsent(argument, List.of(next, loop.inits().get(i)));
        visit(loop.body());
        mayBeAbsent(argument, List.of(next));
        mayLack(argument, List.of(next));
      }
      same(loop.results().get(i), argument);
    }
  }

  private void written(List<Value> versions, List<Integer> mutated, List<Value> operands) {
    for (int i = 0; i < mutated.size(); i++) {
      same(versions.get(i), operands.get(mutated.get(i)));
    }
  }

  private void tangentCall(CallOp.TangentCall call) {
    List<Integer> mutated = call.mutated();
    List<Integer> both = mutated.stream().filter(call.active()::contains).toList();
    int tangents = call.results().size() - both.size();
    written(call.results().subList(tangents - mutated.size(), tangents), mutated, call.operands());
    int arguments = call.operands().size() - call.active().size();
    for (int i = 0; i < both.size(); i++) {
      int position = arguments + call.active().indexOf(both.get(i));
      same(call.results().get(tangents + i), call.operands().get(position));
    }
  }

  private void storeRow(ArrayOp.StoreRow store) {
    replaced(store.result(), store.array());
    boolean isAbsent =
        store.rowIndices().isEmpty() ? mayBeNull(store.row()) : mayLackRows(store.row());
    if (isAbsent) {
      lacking.add(first(store.array()));
    }
  }

  private void made(Value array) {
    allocated.add(array);
    made.add(array);
  }

  /** An array whose rows are where those of another one are. */
  private void made(Value array, Value like) {
    made(array);
    mayLack(array, List.of(like));
  }

  private void mayLack(Value result, List<Value> sources) {
    if (isArray(result) && sources.stream().anyMatch(this::mayLackRows)) {
      lacking.add(result);
    }
  }

  private static int rank(Value array) {
    return ((IrType.Array) array.type()).rank();
  }

  private void replaced(Value next, Value previous) {
    same(next, previous);
    reshaped.add(first(previous));
  }

  private void same(Value next, Value previous) {
    if (isArray(next)) {
      firsts.put(next, first(previous));
    }
  }

  private void mayBeAbsent(Value result, List<Value> sources) {
    if (isArray(result) && sources.stream().anyMatch(this::mayBeNull)) {
      absent.add(result);
    }
  }

  /** What a tape was given it gives back. */
  private void kept(CallOp.Invoke invoke) {
    if (invoke.operands().stream().filter(ArrayObjects::isArray).anyMatch(this::mayBeNull)) {
      invoke.operands().stream().filter(value -> !isArray(value)).forEach(tapes::add);
    }
    if (invoke.operands().stream().anyMatch(tapes::contains)) {
      invoke.results().stream().filter(ArrayObjects::isArray).forEach(absent::add);
    }
  }

  private void share(List<Value> values) {
    values.stream().filter(ArrayObjects::isArray).forEach(array -> shared.add(first(array)));
  }

  private static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }
}
