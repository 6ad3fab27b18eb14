package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which array object each array version belongs to: its root is the first version, a parameter or
 * what an operation allocated or got from elsewhere.
 */
public final class ArrayRoots {
  private final Map<Value, Value> roots = new HashMap<>();
  private final Map<Value, Op> definitions = new HashMap<>();

  private ArrayRoots() {}

  /** The roots of all array versions of a function. */
  public static ArrayRoots of(IrFunction function) {
    ArrayRoots roots = new ArrayRoots();
    roots.visit(function.body());
    return roots;
  }

  /** The first version of the array that {@code version} is a version of. */
  public Value root(Value version) {
    return roots.getOrDefault(version, version);
  }

  /** The operation that defines a value, {@code null} for parameters and loop arguments. */
  public @Nullable Op definition(Value value) {
    return definitions.get(value);
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(result -> definitions.put(result, op));
      visit(op);
    }
  }

  private void visit(Op op) {
    switch (op) {
      case Op.Store(var result, var array, _, _, _) -> same(result, array);
      case Op.Accumulate(var result, var array, _, _, _) -> same(result, array);
      case Op.AccumulateAll(var result, var array, _, _, _) -> same(result, array);
      case Op.If(var results, _, var thenRegion, var elseRegion, _, _, _) -> {
        visit(thenRegion);
        visit(elseRegion);
        same(results, thenRegion.yields());
      }
      case Op.Loop(var results, var inits, var arguments, var test, var body, _, _) -> {
        same(arguments, inits);
        same(results, inits);
        visit(test);
        visit(body);
      }
      case Op.ReverseLoop(var results, var inits, var arguments, var body, _, _) -> {
        same(arguments, inits);
        same(results, inits);
        visit(body);
      }
      case Op.Call(var results, _, var mutated, var operands, _) ->
          mutated(
              results.subList(results.size() - mutated.size(), results.size()), mutated, operands);
      case Op.ForwardCall(var results, _, var mutated, _, var operands, _) -> {
        int frame = results.size() - 1;
        mutated(results.subList(frame - mutated.size(), frame), mutated, operands);
      }
      case Op.ReverseCall(var results, _, _, var operands, _) -> {
        List<Value> arrays = results.stream().filter(ArrayRoots::isArray).toList();
        same(arrays, operands.subList(operands.size() - arrays.size(), operands.size()));
      }
      case Op.TangentCall call -> tangentCall(call);
      case Op.Constant _,
          Op.Arithmetic _,
          Op.Convert _,
          Op.StopGradient _,
          Op.Allocate _,
          Op.ArrayLiteral _,
          Op.ZerosLike _,
          Op.ArrayCopy _,
          Op.ArrayLength _,
          Op.Load _,
          Op.Invoke _,
          Op.DynamicCall _,
          Op.FieldStore _,
          Op.Throw _,
          Op.Unsupported _,
          Op.Turn _ -> {}
    }
  }

  private void same(Value next, Value previous) {
    if (isArray(next)) {
      roots.put(next, root(previous));
    }
  }

  private void same(List<Value> next, List<Value> previous) {
    for (int i = 0; i < next.size(); i++) {
      same(next.get(i), previous.get(i));
    }
  }

  private void mutated(List<Value> versions, List<Integer> mutated, List<Value> operands) {
    for (int i = 0; i < mutated.size(); i++) {
      same(versions.get(i), operands.get(mutated.get(i)));
    }
  }

  private void tangentCall(Op.TangentCall call) {
    List<Integer> mutated = call.mutated();
    List<Integer> both = mutated.stream().filter(call.active()::contains).toList();
    int tangents = call.results().size() - both.size();
    mutated(call.results().subList(tangents - mutated.size(), tangents), mutated, call.operands());
    int arguments = call.operands().size() - call.active().size();
    for (int i = 0; i < both.size(); i++) {
      int position = arguments + call.active().indexOf(both.get(i));
      same(call.results().get(tangents + i), call.operands().get(position));
    }
  }

  private static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }
}
