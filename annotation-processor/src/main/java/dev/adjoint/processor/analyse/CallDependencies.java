package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;

/** Which results of a function are computed from which of its parameters. */
@FunctionalInterface
interface CallDependencies {

  /** Every result from every parameter. */
  CallDependencies ANY = (_, _, _) -> true;

  /**
   * Whether a result is computed from a parameter.
   *
   * @param result position among the function's yields
   * @param parameter position among its parameters
   */
  boolean dependsOn(FunctionId function, int result, int parameter);

  /** How the flow within a function is drawn, given that of the functions it calls. */
  @FunctionalInterface
  interface Drawing {
    FlowGraph draw(IrFunction function, CallDependencies calls);
  }

  /** Found from the functions' bodies, to a fixed point where they call each other. */
  static CallDependencies of(Map<FunctionId, IrFunction> functions, Drawing drawing) {
    Map<FunctionId, List<Set<Integer>>> known = new HashMap<>();
    functions.forEach((id, function) -> known.put(id, nothing(function)));
    CallDependencies sofar =
        (id, result, parameter) ->
            !known.containsKey(id) || known.get(id).get(result).contains(parameter);
    Map<FunctionId, Set<FunctionId>> callers = CallGraph.callers(functions);
    SequencedSet<FunctionId> open = new LinkedHashSet<>(CallGraph.calleesFirst(functions));
    while (!open.isEmpty()) {
      FunctionId next = open.removeFirst();
      IrFunction function = Objects.requireNonNull(functions.get(next));
      List<Set<Integer>> found = dependencies(function, drawing.draw(function, sofar));
      if (!found.equals(known.put(next, found))) {
        open.addAll(callers.getOrDefault(next, Set.of()));
      }
    }
    return sofar;
  }

  private static List<Set<Integer>> nothing(IrFunction function) {
    return function.body().yields().stream().map(_ -> Set.<Integer>of()).toList();
  }

  private static List<Set<Integer>> dependencies(IrFunction function, FlowGraph graph) {
    List<Set<Integer>> dependencies = new ArrayList<>();
    for (Value yield : function.body().yields()) {
      Set<Value> influential = graph.influential(List.of(yield));
      Set<Integer> parameters = new HashSet<>();
      for (int i = 0; i < function.parameters().size(); i++) {
        if (influential.contains(function.parameters().get(i))) {
          parameters.add(i);
        }
      }
      dependencies.add(parameters);
    }
    return dependencies;
  }
}
