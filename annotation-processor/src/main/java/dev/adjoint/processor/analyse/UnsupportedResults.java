package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Objects that a function returns and an unsupported construct in it has made. What is wrong with
 * them is said at the construct, and not once more where a caller uses them.
 */
final class UnsupportedResults {
  private final Map<FunctionId, IrFunction> functions;
  private final Function<IrFunction, FlowGraph> graphs;
  private final Map<FunctionId, Set<Integer>> positions = new HashMap<>();

  /**
   * @param functions every function that has a body here
   * @param graphs what is made from what in one of them
   */
  UnsupportedResults(
      Map<FunctionId, IrFunction> functions, Function<IrFunction, FlowGraph> graphs) {
    this.functions = functions;
    this.graphs = graphs;
  }

  /** Such objects as the calls in a function return them. */
  Set<Value> ofCallsIn(IrFunction function) {
    Set<Value> objects = new HashSet<>();
    Operations.forEach(
        function.body(),
        op -> {
          if (op instanceof CallOp.Call call && call.results().stream().anyMatch(this::isObject)) {
            of(call.callee()).forEach(position -> objects.add(call.results().get(position)));
          }
        });
    return objects;
  }

  private boolean isObject(Value value) {
    return value.type() instanceof IrType.Reference;
  }

  /** Positions among the results of a function. */
  private Set<Integer> of(FunctionId id) {
    IrFunction function = functions.get(id);
    if (function == null || positions.containsKey(id)) {
      return positions.getOrDefault(id, Set.of());
    }
    positions.put(id, Set.of()); // of a call of itself; what it makes is found without
    Set<Value> made = ofCallsIn(function);
    Operations.forEach(
        function.body(),
        op -> {
          if (op instanceof Op.Unsupported) {
            made.addAll(op.results());
          }
        });
    made.removeIf(value -> !isObject(value));
    Set<Integer> found = made.isEmpty() ? Set.of() : reached(function, made);
    positions.put(id, found);
    return found;
  }

  private Set<Integer> reached(IrFunction function, Set<Value> made) {
    Set<Value> influenced = graphs.apply(function).influenced(made);
    List<Value> yields = function.body().yields();
    Set<Integer> found = new HashSet<>();
    IntStream.range(0, yields.size())
        .filter(i -> isObject(yields.get(i)) && influenced.contains(yields.get(i)))
        .forEach(found::add);
    return found;
  }
}
