package dev.adjoint.processor;

import dev.adjoint.processor.analyse.HookedTensors;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.DerivativeMode;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.emit.Callees;
import dev.adjoint.processor.emit.Callees.Derivative;
import dev.adjoint.processor.emit.Callees.SweepNames;
import dev.adjoint.processor.emit.CheckEmitter;
import dev.adjoint.processor.emit.DifferentiatedMethod;
import dev.adjoint.processor.emit.GeneratedMethod;
import dev.adjoint.processor.ir.Containers;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.lower.EffectSummaries;
import dev.adjoint.processor.storage.TapeCost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Derives all that one generated class holds: the annotated methods', then what these call. */
final class ClassDerivation {
  private final Map<FunctionId, IrFunction> primals;
  private final EffectSummaries effects;
  private final Map<FunctionId, List<String>> exceptions;
  private final DirectionalFunctions directions;
  private final CalleeNames names;
  private final DerivativeFunctions derivatives;
  private final CalleeDerivation callees;
  private final List<GeneratedMethod> methods = new ArrayList<>();
  private final List<CheckEmitter.Check> checks = new ArrayList<>();

  ClassDerivation(
      CalleeNames names,
      DerivativeFunctions derivatives,
      DirectionalFunctions directions,
      PrimalProgram program) {
    this.primals = program.functions();
    this.effects = program.effects();
    this.exceptions = program.exceptions();
    this.directions = directions;
    this.names = names;
    this.derivatives = derivatives;
    Predicate<FunctionId> registering = HookedTensors.registering(primals);
    this.callees =
        new CalleeDerivation(
            primals,
            id ->
                GradientHooks.contain(id)
                    || program.bound().declaration(id).isPrivate()
                    || registering.test(id),
            names,
            derivatives,
            program.overwritten());
  }

  /** Keeps the names of what is generated for an annotated method. */
  void reserve(DifferentiableRequest request) {
    IrFunction primal = Objects.requireNonNull(primals.get(request.id()));
    names.reserve(request.name(), IrType.Reference.TENSOR.equals(primal.returnType()));
  }

  /**
   * Adds what one annotated method asks for; all of it or, after a failure, nothing.
   *
   * @param directional its derivative in a direction, if second derivatives are asked for
   */
  void add(
      DifferentiableRequest request,
      BoundMethod bound,
      boolean isPublic,
      @Nullable IrFunction directional) {
    IrFunction primal = primals.get(request.id());
    if (primal == null) {
      throw new IllegalStateException("no primal of " + request.id());
    }
    DifferentiatedMethod method = method(request, primal, bound, isPublic);
    if (request.check() && method.hasRecords()) {
      callees.needOpen(request.id());
    }
    List<GeneratedMethod> derived = new ArrayList<>();
    if (request.modes().contains(DerivativeMode.REVERSE)) {
      addReverse(primal, method, derived);
      if (request.workspace()) {
        derived.stream()
            .flatMap(made -> reusing(made).stream())
            .reduce((_, last) -> last)
            .ifPresent(derived::add);
      }
    }
    if (request.modes().contains(DerivativeMode.FORWARD)) {
      IrFunction tangent = derivatives.tangent(primal, method.activeParts());
      derived.add(new GeneratedMethod.Jvp(method, callees.need(tangent)));
    }
    if (directional != null) {
      callees.addFunctions(directions.callees(), directional);
      IrFunction product = derivatives.hessianProduct(directional, method.activeParts());
      derived.add(
          new GeneratedMethod.Hvp(method, callees.need(product), TapeCost.describe(product)));
      derived.add(new GeneratedMethod.Hessian(method));
    }
    if (request.order() == 2 && IrType.Reference.TENSOR.equals(primal.returnType())) {
      boolean isOfParts = !method.hasRecords() && request.modes().contains(DerivativeMode.REVERSE);
      derived.add(
          new GeneratedMethod.TensorHvp(method, isOfParts ? null : backward(primal, method)));
      derived.add(new GeneratedMethod.TensorHessian(method));
      callees.needPrimal(primal.id());
    }
    methods.addAll(derived);
    if (request.check()) {
      boolean hasForwardMode = request.modes().contains(DerivativeMode.FORWARD);
      checks.add(new CheckEmitter.Check(method, hasForwardMode));
    }
  }

  private void addReverse(
      IrFunction primal, DifferentiatedMethod method, List<GeneratedMethod> derived) {
    IrType type = primal.returnType();
    boolean hasSealed =
        method.parameters().stream().anyMatch(parameter -> parameter.type().holdsUnion());
    if (type != null && type.equals(IrType.Reference.TENSOR) && !hasSealed) {
      derived.add(new GeneratedMethod.TensorForward(method, sweeps(primal, method)));
      callees.needPrimal(primal.id());
    }
    IrFunction backward = backward(primal, method);
    derived.add(new GeneratedMethod.Backward(method, backward, TapeCost.describe(backward)));
    if (type instanceof ScalarType) {
      IrFunction both =
          derivatives.adjoint(primal, method.activeParts(), AdjointForm.VALUE_AND_GRAD);
      derived.add(
          new GeneratedMethod.ValueAndGrad(method, callees.need(both), TapeCost.describe(both)));
    } else if (type instanceof IrType.Array && isOfNumbers(method)) {
      callees.needPrimal(primal.id());
      derived.add(new GeneratedMethod.Jacobian(method, primal.id()));
    }
  }

  private IrFunction backward(IrFunction primal, DifferentiatedMethod method) {
    return callees.need(derivatives.adjoint(primal, method.activeParts(), AdjointForm.BACKWARD));
  }

  /** Whether what it returns, and what it is differentiated by, are numbers in order. */
  private static boolean isOfNumbers(DifferentiatedMethod method) {
    return !Containers.areTensors(Objects.requireNonNull(method.returnType()))
        && method.activeTypes().stream().noneMatch(Containers::areTensors);
  }

  /** The same with arrays that are used again: of the last method that allows it. */
  private static Optional<GeneratedMethod> reusing(GeneratedMethod made) {
    return switch (made) {
      case GeneratedMethod.Backward(var method, var function, var cost) ->
          Optional.of(new GeneratedMethod.Reusing(method, function, cost));
      case GeneratedMethod.ValueAndGrad(var method, var function, var cost) ->
          Optional.of(new GeneratedMethod.Reusing(method, function, cost));
      default -> Optional.empty();
    };
  }

  /**
   * None where adjoint arrays would have to be handed in, since the graph has tensors only, and
   * none where nothing is to be kept.
   */
  private @Nullable SweepNames sweeps(IrFunction primal, DifferentiatedMethod method) {
    boolean hasArrays =
        method.activeParts().stream()
            .anyMatch(index -> primal.parameters().get(index).type() instanceof IrType.Array);
    boolean isKept = !hasArrays && !names.isMadeAgain(primal.id());
    return !isKept ? null : callees.sweeps(new Derivative(primal.id(), method.activeParts()));
  }

  private DifferentiatedMethod method(
      DifferentiableRequest request, IrFunction primal, BoundMethod bound, boolean isPublic) {
    List<IrType> types = request.types(bound);
    List<DifferentiatedMethod.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String name = bound.parameters().get(i).name();
      parameters.add(new DifferentiatedMethod.Parameter(name, types.get(i)));
    }
    return new DifferentiatedMethod(
        request.id(),
        request.name(),
        parameters,
        primal.returnType(),
        request.wrt(),
        primal.mutated(),
        returned(request.id()),
        isPublic);
  }

  private List<Integer> returned(FunctionId id) {
    return effects.of(id).returnedParameters().stream().sorted().toList();
  }

  /** All functions that something was derived of. */
  Map<FunctionId, IrFunction> functions() {
    Map<FunctionId, IrFunction> functions = new HashMap<>(primals);
    functions.putAll(directions.callees());
    return functions;
  }

  /** The checked exceptions that they declare. */
  Map<FunctionId, List<String>> exceptions() {
    Map<FunctionId, List<String>> declared = new HashMap<>(exceptions);
    for (FunctionId id : directions.callees().keySet()) {
      declared.put(id, exceptions.getOrDefault(directions.origin(id), List.of()));
    }
    return declared;
  }

  /** The methods in the order in which they are printed. */
  List<GeneratedMethod> methods() {
    List<GeneratedMethod> all = new ArrayList<>(methods);
    all.addAll(callees.methods());
    return all;
  }

  /** The methods whose derivatives are to be checked. */
  List<CheckEmitter.Check> checks() {
    return checks;
  }

  Callees callees() {
    return callees.names();
  }
}
