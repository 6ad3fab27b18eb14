package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Which array parameters of a function a caller may write into after a call. What such an array
 * held during the call cannot be read from it later, when the call is reversed.
 */
public final class OverwrittenArguments {
  private static final int RESULT = -1;

  private final Positions overwritten;
  private final Positions reshaped;

  /**
   * Positions of parameters by function.
   *
   * @param known those that further functions add to, but do not change
   * @param added those found since
   */
  private record Positions(
      Function<FunctionId, Set<Integer>> known, Map<FunctionId, Set<Integer>> added) {

    Positions(Function<FunctionId, Set<Integer>> known) {
      this(known, new HashMap<>());
    }

    Set<Integer> of(FunctionId function) {
      Set<Integer> all = new HashSet<>(known.apply(function));
      all.addAll(added.getOrDefault(function, Set.of()));
      return all;
    }

    void add(FunctionId function, int position) {
      added.computeIfAbsent(function, _ -> new HashSet<>()).add(position);
    }

    int size() {
      return added.values().stream().mapToInt(Set::size).sum();
    }
  }

  private OverwrittenArguments(Positions overwritten, Positions reshaped) {
    this.overwritten = overwritten;
    this.reshaped = reshaped;
  }

  /** Looks at every call between the functions, and through chains of calls. */
  public static OverwrittenArguments of(Map<FunctionId, IrFunction> functions) {
    OverwrittenArguments found =
        new OverwrittenArguments(new Positions(_ -> Set.of()), new Positions(_ -> Set.of()));
    found.visitAll(functions.values());
    return found;
  }

  /** What is known here, to which {@link #add} adds without a change to this. */
  public OverwrittenArguments extended() {
    return new OverwrittenArguments(new Positions(overwritten::of), new Positions(reshaped::of));
  }

  /**
   * Looks at the calls of one more function, and of those that it reaches.
   *
   * @param functions those that it may call
   */
  public void add(IrFunction caller, Map<FunctionId, IrFunction> functions) {
    List<IrFunction> callers = new ArrayList<>(List.of(caller));
    CallGraph.called(caller.body(), functions).stream()
        .map(functions::get)
        .filter(Objects::nonNull)
        .forEach(callers::add);
    visitAll(callers);
  }

  /** Positions of the parameters of a function that may be overwritten after a call. */
  public Set<Integer> of(FunctionId function) {
    return overwritten.of(function);
  }

  /** Those of the parameters in which rows may be replaced after a call. */
  public Set<Integer> reshaped(FunctionId function) {
    Set<Integer> parameters = reshaped.of(function);
    parameters.remove(RESULT);
    return parameters;
  }

  /** Whether rows of the array that a function returns may be replaced after a call. */
  public boolean isResultReshaped(FunctionId function) {
    return reshaped.of(function).contains(RESULT);
  }

  private void visitAll(Collection<IrFunction> functions) {
    List<IrFunction> callers = functions.stream().filter(OverwrittenArguments::hasCalls).toList();
    int before;
    do {
      before = overwritten.size() + reshaped.size();
      callers.forEach(this::visit);
    } while (overwritten.size() + reshaped.size() > before);
  }

  private static boolean hasCalls(IrFunction function) {
    return !CallGraph.called(function.body(), Map.of()).isEmpty();
  }

  private void visit(IrFunction caller) {
    ArrayRoots roots = ArrayRoots.of(caller);
    Set<Value> changing = new HashSet<>();
    caller.body().yields().forEach(yield -> changing.add(roots.family(yield)));
    of(caller.id())
        .forEach(position -> changing.add(roots.family(caller.parameters().get(position))));
    Operations.forEach(caller.body(), op -> noteWrites(op, roots, changing));
    Set<Value> others = reshapedByCallers(caller, roots);
    Operations.forEach(
        caller.body(),
        op -> {
          if (op instanceof CallOp.Call call) {
            noteArguments(call, roots, changing);
            noteReshaped(call, roots, others);
          }
        });
  }

  /** Arrays of a function that get other rows where it is called from. */
  private Set<Value> reshapedByCallers(IrFunction function, ArrayRoots roots) {
    Set<Value> families = new HashSet<>();
    for (int position : reshaped(function.id())) {
      families.add(roots.family(function.parameters().get(position)));
    }
    if (isResultReshaped(function.id())) {
      function.body().yields().forEach(yield -> families.add(roots.family(yield)));
    }
    return families;
  }

  private void noteReshaped(CallOp.Call call, ArrayRoots roots, Set<Value> others) {
    List<Value> arrays = new ArrayList<>(call.operands());
    boolean hasResult = call.results().size() > call.mutated().size();
    if (hasResult) {
      arrays.add(call.results().getFirst());
    }
    for (int i = 0; i < arrays.size(); i++) {
      Value array = arrays.get(i);
      boolean isArray = array.type() instanceof IrType.Array;
      if (isArray && (roots.hasRowsReplaced(array) || others.contains(roots.family(array)))) {
        int position = i == call.operands().size() ? RESULT : i;
        reshaped.add(call.callee(), position);
      }
    }
  }

  private static void noteWrites(Op op, ArrayRoots roots, Set<Value> changing) {
    op.results().stream()
        .filter(result -> result.type() instanceof IrType.Array)
        .filter(result -> !roots.root(result).equals(result))
        .forEach(result -> changing.add(roots.family(result)));
  }

  private void noteArguments(CallOp.Call call, ArrayRoots roots, Set<Value> changing) {
    for (int i = 0; i < call.operands().size(); i++) {
      Value argument = call.operands().get(i);
      boolean isArray = argument.type() instanceof IrType.Array;
      if (isArray && changing.contains(roots.family(argument))) {
        overwritten.add(call.callee(), i);
      }
    }
  }
}
