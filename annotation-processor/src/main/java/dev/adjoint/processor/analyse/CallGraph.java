package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which functions a function calls, directly or through others. */
public final class CallGraph {
  private final Map<FunctionId, IrFunction> functions;
  private final Set<FunctionId> reached = new LinkedHashSet<>();
  private final List<FunctionId> left = new ArrayList<>();

  private CallGraph(Map<FunctionId, IrFunction> functions) {
    this.functions = functions;
  }

  /** The function itself and all it calls, those without a body here too. */
  public static Set<FunctionId> reachable(
      FunctionId function, Map<FunctionId, IrFunction> functions) {
    CallGraph graph = new CallGraph(functions);
    graph.visit(function);
    return graph.reached;
  }

  /** All that a piece of code calls, those without a body here too. */
  static Set<FunctionId> called(Region region, Map<FunctionId, IrFunction> functions) {
    CallGraph graph = new CallGraph(functions);
    graph.visit(region);
    return graph.reached;
  }

  /**
   * Whether the function and all it calls are at hand; what is not was reported where it failed.
   */
  public static boolean isComplete(FunctionId function, Map<FunctionId, IrFunction> functions) {
    return functions.keySet().containsAll(reachable(function, functions));
  }

  /** The functions among those that a function reaches which reach themselves. */
  public static Set<FunctionId> recursive(
      FunctionId function, Map<FunctionId, IrFunction> functions) {
    Set<FunctionId> recursive = new LinkedHashSet<>(reachable(function, functions));
    recursive.removeIf(
        reached -> {
          CallGraph graph = new CallGraph(functions);
          IrFunction body = functions.get(reached);
          if (body != null) {
            graph.visit(body.body());
          }
          return !graph.reached.contains(reached);
        });
    return recursive;
  }

  /** The functions, each after those that it calls; in any order where they call each other. */
  static List<FunctionId> calleesFirst(Map<FunctionId, IrFunction> functions) {
    CallGraph graph = new CallGraph(functions);
    functions.keySet().forEach(graph::visit);
    return graph.left;
  }

  /** The functions that call each function, without another one between. */
  static Map<FunctionId, Set<FunctionId>> callers(Map<FunctionId, IrFunction> functions) {
    Map<FunctionId, Set<FunctionId>> callers = new HashMap<>();
    functions.forEach(
        (caller, function) ->
            Operations.forEach(
                function.body(),
                op -> {
                  if (op instanceof CallOp.Call call) {
                    callers.computeIfAbsent(call.callee(), _ -> new LinkedHashSet<>()).add(caller);
                  }
                }));
    return callers;
  }

  private void visit(FunctionId id) {
    if (reached.add(id)) {
      IrFunction function = functions.get(id);
      if (function != null) {
        visit(function.body());
        left.add(id);
      }
    }
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      op.regions().forEach(this::visit);
      if (op instanceof CallOp.Call call) {
        visit(call.callee());
      }
    }
  }
}
