package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which array parameters of a function a caller may write into after a call. What such an array
 * held during the call cannot be read from it later, when the call is reversed.
 */
public final class OverwrittenArguments {
  private static final int RESULT = -1;

  private final Map<FunctionId, Set<Integer>> overwritten = new HashMap<>();
  private final Map<FunctionId, Set<Integer>> reshaped = new HashMap<>();

  private OverwrittenArguments() {}

  /** Looks at every call between the functions, and through chains of calls. */
  public static OverwrittenArguments of(Map<FunctionId, IrFunction> functions) {
    OverwrittenArguments found = new OverwrittenArguments();
    int before;
    do {
      before = found.size();
      functions.values().forEach(found::visit);
    } while (found.size() > before);
    return found;
  }

  /** Positions of the parameters of a function that may be overwritten after a call. */
  public Set<Integer> of(FunctionId function) {
    return Set.copyOf(overwritten.getOrDefault(function, Set.of()));
  }

  /** Those of the parameters in which rows may be replaced after a call. */
  public Set<Integer> reshaped(FunctionId function) {
    Set<Integer> parameters = new HashSet<>(reshaped.getOrDefault(function, Set.of()));
    parameters.remove(RESULT);
    return parameters;
  }

  /** Whether rows of the array that a function returns may be replaced after a call. */
  public boolean isResultReshaped(FunctionId function) {
    return reshaped.getOrDefault(function, Set.of()).contains(RESULT);
  }

  private int size() {
    return Stream.of(overwritten, reshaped)
        .flatMap(each -> each.values().stream())
        .mapToInt(Set::size)
        .sum();
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
        reshaped.computeIfAbsent(call.callee(), _ -> new HashSet<>()).add(position);
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
        overwritten.computeIfAbsent(call.callee(), _ -> new HashSet<>()).add(i);
      }
    }
  }
}
