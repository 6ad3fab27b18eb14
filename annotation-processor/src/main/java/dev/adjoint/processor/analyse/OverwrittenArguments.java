package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which array parameters of a function a caller may write into after a call. What such an array
 * held during the call cannot be read from it later, when the call is reversed.
 */
public final class OverwrittenArguments {
  private final Map<FunctionId, Set<Integer>> overwritten = new HashMap<>();

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

  private int size() {
    return overwritten.values().stream().mapToInt(Set::size).sum();
  }

  private void visit(IrFunction caller) {
    ArrayRoots roots = ArrayRoots.of(caller);
    Set<Value> changing = new HashSet<>();
    caller.body().yields().forEach(yield -> changing.add(roots.family(yield)));
    of(caller.id())
        .forEach(position -> changing.add(roots.family(caller.parameters().get(position))));
    Operations.forEach(caller.body(), op -> noteWrites(op, roots, changing));
    Operations.forEach(
        caller.body(),
        op -> {
          if (op instanceof CallOp.Call call) {
            noteArguments(call, roots, changing);
          }
        });
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
