package dev.adjoint.processor;

import dev.adjoint.processor.analyse.CallGraph;
import dev.adjoint.processor.differentiate.DirectionalCalls;
import dev.adjoint.processor.emit.Callees.Derivative;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The derivatives in a direction of methods, as functions that can be differentiated in turn. What
 * they call becomes part of them; of what calls itself the tangent is a function of its own, one
 * for each set of parameters that have a tangent.
 */
final class DirectionalFunctions {
  private final Map<FunctionId, IrFunction> primals;
  private final DerivativeFunctions derivatives;
  private final Map<Derivative, FunctionId> names = new HashMap<>();
  private final Map<FunctionId, FunctionId> origins = new HashMap<>();
  private final Map<FunctionId, IrFunction> callees = new LinkedHashMap<>();
  private final Deque<Derivative> open = new ArrayDeque<>();
  private final Set<String> used = new HashSet<>();

  DirectionalFunctions(Map<FunctionId, IrFunction> primals, DerivativeFunctions derivatives) {
    this.primals = primals;
    this.derivatives = derivatives;
  }

  /** The derivative of a method in a direction; what it calls is among the callees afterwards. */
  IrFunction of(IrFunction primal, List<Integer> wrt) {
    Set<FunctionId> recursive = CallGraph.recursive(primal.id(), primals);
    IrFunction expanded = derivatives.expanded(primal, primals, recursive);
    IrFunction directional = derivatives.directional(expanded, wrt, this::name);
    while (!open.isEmpty()) {
      derive(open.remove(), recursive);
    }
    return new IrFunction(
        fresh(primal, wrt),
        directional.returnType(),
        directional.mutated(),
        directional.body(),
        directional.source());
  }

  private void derive(Derivative derivative, Set<FunctionId> recursive) {
    IrFunction primal = Objects.requireNonNull(primals.get(derivative.function()));
    IrFunction expanded = derivatives.expanded(primal, primals, recursive);
    IrFunction tangent = derivatives.directionalCallee(expanded, derivative.active(), this::name);
    FunctionId id = Objects.requireNonNull(names.get(derivative));
    callees.put(id, DirectionalCalls.function(tangent, derivative.active(), id));
  }

  private FunctionId name(FunctionId callee, List<Integer> active) {
    Derivative derivative = new Derivative(callee, active);
    FunctionId known = names.get(derivative);
    if (known != null) {
      return known;
    }
    FunctionId id = fresh(Objects.requireNonNull(primals.get(callee)), active);
    names.put(derivative, id);
    open.add(derivative);
    return id;
  }

  /** Names a function that has no name yet. */
  private FunctionId fresh(IrFunction primal, List<Integer> active) {
    String base = primal.id().name() + "InDirection";
    String name = base;
    for (int i = 2; !used.add(name); i++) {
      name = base + i;
    }
    List<String> types =
        primal.parameters().stream()
            .map(parameter -> parameter.type().javaName())
            .collect(Collectors.toList());
    active.forEach(index -> types.add(types.get(index)));
    FunctionId id = new FunctionId(primal.id().owner(), name, types);
    origins.put(id, primal.id());
    return id;
  }

  /** The functions that directions are taken of. */
  Map<FunctionId, IrFunction> primals() {
    return primals;
  }

  /** The functions made so far of callees. */
  Map<FunctionId, IrFunction> callees() {
    return Collections.unmodifiableMap(callees);
  }

  /** The function of the user's that a function is made of, or itself. */
  FunctionId origin(FunctionId function) {
    return origins.getOrDefault(function, function);
  }
}
