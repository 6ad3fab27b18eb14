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

  /** Whether the object that one parameter is may keep another one. */
  default boolean keeps(FunctionId function, int keeper, int parameter) {
    return false;
  }

  /** How the flow within a function is drawn, given that of the functions it calls. */
  @FunctionalInterface
  interface Drawing {
    FlowGraph draw(IrFunction function, CallDependencies calls);
  }

  /** Found from the functions' bodies, to a fixed point where they call each other. */
  static CallDependencies of(Map<FunctionId, IrFunction> functions, Drawing drawing) {
    Map<FunctionId, List<Set<Integer>>> known = new HashMap<>();
    functions.forEach((id, function) -> known.put(id, nothing(function)));
    CallDependencies sofar = new Known(known, functions);
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
    return ends(function).stream().map(_ -> Set.<Integer>of()).toList();
  }

  /** What a function yields, then its parameters, which may be objects that keep something. */
  private static List<Value> ends(IrFunction function) {
    List<Value> ends = new ArrayList<>(function.body().yields());
    ends.addAll(function.parameters());
    return ends;
  }

  private static List<Set<Integer>> dependencies(IrFunction function, FlowGraph graph) {
    List<Set<Integer>> dependencies = new ArrayList<>();
    for (Value end : ends(function)) {
      Set<Value> influential = graph.influential(List.of(end));
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

  /**
   * What is known of functions with a body.
   *
   * @param parameters by function, for each of its {@link #ends}, what goes into it
   */
  record Known(
      Map<FunctionId, List<Set<Integer>>> parameters, Map<FunctionId, IrFunction> functions)
      implements CallDependencies {
    @Override
    public boolean dependsOn(FunctionId function, int result, int parameter) {
      List<Set<Integer>> ends = parameters.get(function);
      return ends == null || ends.get(result).contains(parameter);
    }

    @Override
    public boolean keeps(FunctionId function, int keeper, int parameter) {
      List<Set<Integer>> ends = parameters.get(function);
      IrFunction body = functions.get(function);
      return ends != null
          && body != null
          && keeper != parameter
          && ends.get(body.body().yields().size() + keeper).contains(parameter);
    }
  }
}
