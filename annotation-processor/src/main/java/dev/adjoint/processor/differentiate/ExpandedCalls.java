package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts the bodies of called functions in place of the calls, so that the whole can be
 * differentiated more than once. Calls of functions that reach themselves stay.
 */
public final class ExpandedCalls {
  private final Map<FunctionId, IrFunction> functions;
  private final Set<FunctionId> recursive;

  private ExpandedCalls(Map<FunctionId, IrFunction> functions, Set<FunctionId> recursive) {
    this.functions = functions;
    this.recursive = recursive;
  }

  /**
   * Expands the calls, those in the bodies put in their place too.
   *
   * @param functions every function that is reached
   * @param recursive those of them that reach themselves
   */
  public static IrFunction of(
      IrFunction function, Map<FunctionId, IrFunction> functions, Set<FunctionId> recursive) {
    ExpandedCalls calls = new ExpandedCalls(functions, recursive);
    return function.withBody(calls.expand(function.body(), new HashMap<>()));
  }

  /**
   * @param results what became of the results of calls
   */
  private Region expand(Region region, Map<Value, Value> results) {
    UnaryOperator<Value> use = value -> results.getOrDefault(value, value);
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op instanceof CallOp.Call call && !recursive.contains(call.callee())) {
        ops.addAll(body(call, use, results));
      } else {
        ops.add(Rewriting.mapRegions(op, use, inner -> expand(inner, results)));
      }
    }
    return new Region(region.arguments(), ops, region.yields().stream().map(use).toList());
  }

  private List<Op> body(CallOp.Call call, UnaryOperator<Value> use, Map<Value, Value> results) {
    IrFunction callee = functions.get(call.callee());
    if (callee == null) {
      throw new IllegalStateException("no body of " + call.callee());
    }
    Map<Value, Value> copies = new HashMap<>();
    for (int i = 0; i < call.operands().size(); i++) {
      copies.put(callee.parameters().get(i), use.apply(call.operands().get(i)));
    }
    Region inlined = expand(callee.body(), new HashMap<>());
    Region own = new Region(List.of(), inlined.ops(), inlined.yields());
    Region copy = Rewriting.transplant(own, copies, call.source());
    for (int i = 0; i < call.results().size(); i++) {
      results.put(call.results().get(i), copy.yields().get(i));
    }
    return copy.ops();
  }
}
