package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values from which a function's results are computed on every path on which they are made, so
 * that a gradient arrives at them whenever one arrives at the results. What is not seen to be so is
 * taken not to be.
 */
final class SureUses {
  private final Map<FunctionId, IrFunction> functions;
  private final Map<FunctionId, Set<Value>> known;
  private final Set<Value> sure = new HashSet<>();

  private SureUses(Map<FunctionId, IrFunction> functions, Map<FunctionId, Set<Value>> known) {
    this.functions = functions;
    this.known = known;
  }

  /** Those of a function, its parameters among them. */
  static Set<Value> of(IrFunction function, Map<FunctionId, IrFunction> functions) {
    return of(function, functions, new HashMap<>());
  }

  private static Set<Value> of(
      IrFunction function,
      Map<FunctionId, IrFunction> functions,
      Map<FunctionId, Set<Value>> known) {
    Set<Value> found = known.putIfAbsent(function.id(), Set.of()); // of a call of itself
    if (found != null) {
      return found;
    }
    SureUses uses = new SureUses(functions, known);
    Set<Value> used = uses.used(function.body(), new HashSet<>(function.body().yields()));
    function.parameters().stream().filter(used::contains).forEach(uses.sure::add);
    known.put(function.id(), uses.sure);
    return uses.sure;
  }

  /**
   * What is used whenever a region runs.
   *
   * @param used what of its yields is
   */
  private Set<Value> used(Region region, Set<Value> used) {
    for (Op op : region.ops().reversed()) {
      switch (op) {
        case FlowOp.If branch -> used.addAll(inBoth(branch, used));
        case FlowOp.Loop loop -> used.addAll(inits(loop, used));
        case CallOp.Call call when isUsed(call, used) -> used.addAll(operands(call));
        case CallOp.Invoke invoke when isUsed(op, used) && !isDetached(invoke) ->
            used.addAll(op.operands());
        default -> {}
      }
    }
    region.ops().stream()
        .flatMap(op -> op.results().stream())
        .filter(used::contains)
        .forEach(sure::add);
    return used;
  }

  private static boolean isUsed(Op op, Set<Value> used) {
    return op.results().stream().anyMatch(used::contains);
  }

  private static boolean isDetached(CallOp.Invoke invoke) {
    return invoke.member().name().equals("detach");
  }

  private List<Value> operands(CallOp.Call call) {
    if (GradientHooks.areAt(call)) {
      return call.operands().subList(0, 1);
    }
    IrFunction callee = functions.get(call.callee());
    if (callee == null) {
      return List.of();
    }
    Set<Value> inside = of(callee, functions, known);
    return call.operands().stream()
        .filter(
            operand -> inside.contains(callee.parameters().get(call.operands().indexOf(operand))))
        .toList();
  }

  private Set<Value> inBoth(FlowOp.If branch, Set<Value> used) {
    Set<Value> onTrue = used(branch.thenRegion(), yields(branch.thenRegion(), branch, used));
    Set<Value> onFalse = used(branch.elseRegion(), yields(branch.elseRegion(), branch, used));
    if (branch.thenRegion().isExit()) {
      return onFalse;
    }
    if (!branch.elseRegion().isExit()) {
      onTrue.retainAll(onFalse);
    }
    return onTrue;
  }

  private static Set<Value> yields(Region region, FlowOp.If branch, Set<Value> used) {
    Set<Value> yields = new HashSet<>();
    for (int i = 0; i < region.yields().size(); i++) {
      if (used.contains(branch.results().get(i))) {
        yields.add(region.yields().get(i));
      }
    }
    return yields;
  }

  /** A loop may run no more, or once more: what goes round must be used either way. */
  private Set<Value> inits(FlowOp.Loop loop, Set<Value> used) {
    Set<Integer> carried = new HashSet<>();
    for (int i = 0; i < loop.results().size(); i++) {
      if (used.contains(loop.results().get(i))) {
        carried.add(i);
      }
    }
    Set<Value> before = Set.copyOf(sure);
    boolean isStable = false;
    while (!isStable) {
      sure.retainAll(before);
      Set<Value> yields = new HashSet<>();
      carried.forEach(i -> yields.add(loop.body().yields().get(i)));
      Set<Value> inBody = used(loop.body(), yields);
      isStable = !carried.removeIf(i -> !inBody.contains(loop.arguments().get(i)));
    }
    Set<Value> inits = new HashSet<>();
    carried.forEach(i -> inits.add(loop.inits().get(i)));
    return inits;
  }
}
