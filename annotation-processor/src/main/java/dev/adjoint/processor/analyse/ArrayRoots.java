package dev.adjoint.processor.analyse;

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
import org.jspecify.annotations.Nullable;

/**
 * Which array object each array version belongs to: its root is the first version, a parameter or
 * what an operation allocated or got from elsewhere. Where different arrays meet, at the end of a
 * branch or of an iteration, what comes out is a root too; it and those that meet are one family,
 * since at run time they may be one object.
 */
public final class ArrayRoots {
  private final Map<Value, Value> roots = new HashMap<>();
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Value> families = new HashMap<>();
  private final Set<Value> chosen = new HashSet<>();
  private final Set<Value> reshaped = new HashSet<>();

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

  /** One of the roots that may be the object of {@code version}, the same for all of them. */
  public Value family(Value version) {
    Value head = root(version);
    for (Value next = families.get(head); next != null; next = families.get(head)) {
      head = next;
    }
    return head;
  }

  /** Whether other roots may be the object of {@code version} as well. */
  public boolean isOneOfMany(Value version) {
    return !family(version).equals(root(version)) || families.containsValue(root(version));
  }

  /** Whether a root is where different arrays meet. */
  public boolean isMeeting(Value root) {
    return chosen.contains(root);
  }

  /**
   * Whether rows of an array are replaced, so that a row of one version may be longer than that of
   * another one.
   */
  public boolean hasRowsReplaced(Value version) {
    return !reshaped.isEmpty()
        && reshaped.stream().anyMatch(other -> family(other).equals(family(version)));
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
      case ArrayOp.Store(var result, var array, _, _, _) -> same(result, array);
      case ArrayOp.Accumulate(var result, var array, _, _, _) -> same(result, array);
      case ArrayOp.AccumulateAll(var result, var array, _, _, _) -> same(result, array);
      case ArrayOp.StoreRow(var result, var array, _, _, _, _) -> replaced(result, array);
      case ArrayOp.ClearRow(var result, var array, _, _, _) -> replaced(result, array);
      case FlowOp.If(var results, _, var thenRegion, var elseRegion, _, _, _) -> {
        visit(thenRegion);
        visit(elseRegion);
        for (int i = 0; i < results.size(); i++) {
          join(results.get(i), sources(thenRegion, elseRegion, i));
        }
      }
      case FlowOp.Loop(var results, var inits, var arguments, var test, var body, _, _, _) -> {
        visit(test);
        carried(results, inits, arguments, body);
      }
      case FlowOp.ReverseLoop(var results, var inits, var arguments, var body, _, _) ->
          carried(results, inits, arguments, body);
      case CallOp.Call(var results, _, var mutated, var operands, _) ->
          mutated(
              results.subList(results.size() - mutated.size(), results.size()), mutated, operands);
      case CallOp.ForwardCall(var results, _, var mutated, _, var operands, _) -> {
        int frame = results.size() - 1;
        mutated(results.subList(frame - mutated.size(), frame), mutated, operands);
      }
      case CallOp.ReverseCall(var results, _, _, var operands, _) -> {
        List<Value> arrays = results.stream().filter(ArrayRoots::isArray).toList();
        same(arrays, operands.subList(operands.size() - arrays.size(), operands.size()));
      }
      case CallOp.TangentCall call -> tangentCall(call);
      case Op.Constant _,
          Op.Arithmetic _,
          Op.Convert _,
          Op.StopGradient _,
          ArrayOp.Allocate _,
          ArrayOp.ArrayLiteral _,
          ArrayOp.ZerosLike _,
          ArrayOp.ArrayCopy _,
          ArrayOp.ArrayLength _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          ArrayOp.Load _,
          CallOp.Invoke _,
          CallOp.DynamicCall _,
          Op.FieldStore _,
          FlowOp.Throw _,
          Op.Unsupported _,
          FlowOp.Turn _ -> {}
    }
  }

  /** What the sides of a branch yield; the placeholders of one that throws are nothing. */
  private static List<Value> sources(Region thenRegion, Region elseRegion, int index) {
    if (thenRegion.isExit()) {
      return List.of(elseRegion.yields().get(index));
    }
    return elseRegion.isExit()
        ? List.of(thenRegion.yields().get(index))
        : List.of(thenRegion.yields().get(index), elseRegion.yields().get(index));
  }

  /** Takes a carried array for one object until an iteration is found to end with another one. */
  private void carried(List<Value> results, List<Value> inits, List<Value> arguments, Region body) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!chosen.contains(arguments.get(i))) {
        same(arguments.get(i), inits.get(i));
      }
    }
    boolean isSettled;
    do {
      visit(body);
      isSettled = true;
      for (int i = 0; i < arguments.size(); i++) {
        Value argument = arguments.get(i);
        boolean isSame = body.isExit() || root(body.yields().get(i)).equals(root(argument));
        if (isArray(argument) && !isSame && chosen.add(argument)) {
          roots.remove(argument);
          isSettled = false;
        }
      }
    } while (!isSettled);
    for (int i = 0; i < arguments.size(); i++) {
      if (chosen.contains(arguments.get(i))) {
        join(arguments.get(i), List.of(inits.get(i), body.yields().get(i)));
        join(results.get(i), List.of(inits.get(i), arguments.get(i)));
      } else {
        same(results.get(i), inits.get(i));
      }
    }
  }

  private void join(Value result, List<Value> sources) {
    if (!isArray(result)) {
      return;
    }
    Value first = root(sources.getFirst());
    if (!chosen.contains(result) && sources.stream().allMatch(s -> root(s).equals(first))) {
      roots.put(result, first);
      return;
    }
    chosen.add(result);
    roots.remove(result);
    sources.forEach(source -> unite(result, source));
  }

  private void unite(Value one, Value other) {
    Value head = family(one);
    Value otherHead = family(other);
    if (!head.equals(otherHead)) {
      families.put(otherHead, head);
    }
  }

  private void replaced(Value next, Value previous) {
    same(next, previous);
    reshaped.add(previous);
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

  private void tangentCall(CallOp.TangentCall call) {
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
