package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.ArrayOp;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values from which a function's results are computed on every path on which they are made, and
 * with a derivative, so that a gradient arrives at them whenever one arrives at the results. What
 * is not seen to be so is taken not to be.
 */
final class SureUses {
  private final Map<FunctionId, IrFunction> functions;
  private final DerivativeLookup derivatives;
  private final Map<Question, Set<Value>> known;
  private final Set<Value> sure = new HashSet<>();

  private SureUses(
      Map<FunctionId, IrFunction> functions,
      DerivativeLookup derivatives,
      Map<Question, Set<Value>> known) {
    this.functions = functions;
    this.derivatives = derivatives;
    this.known = known;
  }

  /** Those of a function, its parameters among them. */
  static Set<Value> of(
      IrFunction function, Map<FunctionId, IrFunction> functions, DerivativeLookup derivatives) {
    List<Value> yields = function.body().yields();
    Set<Integer> all = IntStream.range(0, yields.size()).boxed().collect(Collectors.toSet());
    return new SureUses(functions, derivatives, new HashMap<>()).of(function, all);
  }

  /** What is used where some results of a function are. */
  private record Question(FunctionId function, Set<Integer> results) {}

  private Set<Value> of(IrFunction function, Set<Integer> results) {
    Question question = new Question(function.id(), results);
    Set<Value> found = known.putIfAbsent(question, Set.of()); // of a call of itself
    if (found != null) {
      return found;
    }
    SureUses uses = new SureUses(functions, derivatives, known);
    List<Value> yields = function.body().yields();
    Set<Value> used = results.stream().map(yields::get).collect(Collectors.toSet());
    used = uses.used(function.body(), used);
    function.parameters().stream().filter(used::contains).forEach(uses.sure::add);
    known.put(question, uses.sure);
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
        case CallOp.Call call when isUsed(call, used) -> used.addAll(operands(call, used));
        case CallOp.Invoke invoke when isUsed(op, used) -> used.addAll(operands(invoke));
        case ArrayOp.ArrayLiteral(var array, var elements, _) when used.contains(array) ->
            used.addAll(elements);
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

  private List<Value> operands(CallOp.Invoke invoke) {
    List<Value> operands = invoke.operands();
    return IntStream.range(0, operands.size())
        .filter(i -> derivatives.alwaysCarries(invoke, i))
        .mapToObj(operands::get)
        .toList();
  }

  private List<Value> operands(CallOp.Call call, Set<Value> used) {
    if (GradientHooks.areAt(call)) {
      return call.operands().subList(0, 1);
    }
    IrFunction callee = functions.get(call.callee());
    if (callee == null) {
      return List.of();
    }
    List<Value> results = call.results();
    Set<Integer> needed =
        IntStream.range(0, results.size())
            .filter(i -> used.contains(results.get(i)))
            .boxed()
            .collect(Collectors.toSet());
    Set<Value> inside = of(callee, needed);
    return IntStream.range(0, call.operands().size())
        .filter(i -> inside.contains(callee.parameters().get(i)))
        .mapToObj(call.operands()::get)
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
