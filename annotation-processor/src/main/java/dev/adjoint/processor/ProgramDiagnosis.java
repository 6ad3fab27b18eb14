package dev.adjoint.processor;

import static java.util.Objects.requireNonNull;

import dev.adjoint.processor.analyse.ActivityDiagnosis;
import dev.adjoint.processor.analyse.CallGraph;
import dev.adjoint.processor.analyse.HookDiagnosis;
import dev.adjoint.processor.analyse.HookedTensors;
import dev.adjoint.processor.analyse.RepeatedEffects;
import dev.adjoint.processor.analyse.ShapeDiagnosis;
import dev.adjoint.processor.analyse.UnrecordedTensors;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.bind.DerivativeMode;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reports what cannot be differentiated in the methods of a program, and where. */
final class ProgramDiagnosis {
  private final BoundProgram program;
  private final Map<FunctionId, IrFunction> functions;
  private final RegisteredDerivatives registered;
  private final CheckedExceptions exceptions;
  private final Diagnostics diagnostics;
  private final Predicate<FunctionId> registering;

  /**
   * @param functions the lowered methods of {@code program}
   * @param diagnostics takes what is found
   */
  ProgramDiagnosis(
      BoundProgram program,
      Map<FunctionId, IrFunction> functions,
      RegisteredDerivatives registered,
      CheckedExceptions exceptions,
      Diagnostics diagnostics) {
    this.program = program;
    this.functions = functions;
    this.registered = registered;
    this.exceptions = exceptions;
    this.diagnostics = diagnostics;
    this.registering = HookedTensors.registering(functions);
  }

  void diagnose(FailureGuard guard) {
    program.requests().stream()
        .filter(request -> CallGraph.isComplete(request.id(), functions))
        .collect(Collectors.groupingBy(this::viewer, LinkedHashMap::new, Collectors.toList()))
        .forEach((viewer, requests) -> diagnose(diagnosisFor(viewer, requests), requests, guard));
  }

  private void diagnose(
      ActivityDiagnosis diagnosis, List<DifferentiableRequest> requests, FailureGuard guard) {
    for (DifferentiableRequest request : requests) {
      BoundMethod bound = requireNonNull(program.functions().get(request.id()));
      IrFunction function = requireNonNull(functions.get(request.id()));
      var root = new ActivityDiagnosis.Root(function, request.annotation(), inputs(request, bound));
      guard.run("activity", request.id(), () -> diagnosis.diagnose(root));
      checkCheckpoints(request);
      checkHooks(request);
      checkUnrecorded(request);
      checkShapes(request);
      exceptions.check(request, called(request), program.declaration(request.id()).text());
    }
  }

  private List<Declaration> called(DifferentiableRequest request) {
    return CallGraph.reachable(request.id(), functions).stream().map(program::declaration).toList();
  }

  /** The parameters that are differentiated, as the diagnosis of activity names them. */
  static List<ActivityDiagnosis.Input> inputs(DifferentiableRequest request, BoundMethod method) {
    return request.wrt().stream()
        .map(
            index ->
                new ActivityDiagnosis.Input(
                    method.parameters().get(index).name(),
                    request.parts(method, index),
                    method.parameters().get(index).source(),
                    index == 0 && method.parameters().size() > method.id().parameterTypes().size()))
        .toList();
  }

  /** What runs a second time must not be seen to. */
  private void checkCheckpoints(DifferentiableRequest request) {
    for (FunctionId callee : CallGraph.reachable(request.id(), functions)) {
      if (program.declaration(callee).isCheckpointed()) {
        RepeatedEffects.of(callee, functions)
            .ifPresent(effect -> report(request, effect, callee.name() + ", marked @Checkpoint"));
      } else {
        RepeatedEffects.ofLoops(callee, functions)
            .ifPresent(effect -> report(request, effect, "the loop that follows a schedule"));
      }
    }
  }

  private void checkShapes(DifferentiableRequest request) {
    for (FunctionId callee : CallGraph.reachable(request.id(), functions)) {
      SourceText text = program.declaration(callee).text();
      ShapeDiagnosis.of(requireNonNull(functions.get(callee)), text)
          .forEach(found -> diagnostics.report(request.id(), found));
    }
  }

  private void checkUnrecorded(DifferentiableRequest request) {
    for (FunctionId callee : CallGraph.reachable(request.id(), functions)) {
      IrFunction function = requireNonNull(functions.get(callee));
      UnrecordedTensors.check(function, functions, program.declaration(callee).text())
          .forEach(found -> diagnostics.report(request.id(), found));
    }
  }

  private void checkHooks(DifferentiableRequest request) {
    boolean isReverse =
        !request.modes().contains(DerivativeMode.FORWARD)
            && request.order() == 1
            && !request.check();
    for (FunctionId callee : CallGraph.reachable(request.id(), functions)) {
      SourceText text = program.declaration(callee).text();
      HookDiagnosis.of(callee, functions, id -> program.declaration(id).text(), isReverse)
          .forEach(found -> diagnostics.report(request.id(), found));
      HookedTensors.check(callee, functions, registering, known(viewer(request)), text)
          .forEach(found -> diagnostics.report(request.id(), found));
    }
    IrFunction function = requireNonNull(functions.get(request.id()));
    HookedTensors.checkResult(function, functions, program.declaration(request.id()).text())
        .ifPresent(found -> diagnostics.report(request.id(), found));
  }

  private void report(
      DifferentiableRequest request, RepeatedEffects.Effect effect, String repeated) {
    SourceText text = program.declaration(effect.function()).text();
    SourceRange range = effect.op().source();
    diagnostics.report(
        request.id(),
        Diagnostic.of(DiagnosticCode.ADJ0601, text, range, text.text(range), repeated));
  }

  /** What decides which derivatives a method can use. */
  private record Viewer(String packageName, boolean needsTangents) {}

  private Viewer viewer(DifferentiableRequest request) {
    return new Viewer(
        program.declaration(request.id()).packageName(),
        request.modes().contains(DerivativeMode.FORWARD));
  }

  private KnownDerivatives known(Viewer viewer) {
    return new KnownDerivatives(
        registered.visibleFrom(viewer.packageName()), viewer.needsTangents());
  }

  private ActivityDiagnosis diagnosisFor(Viewer viewer, List<DifferentiableRequest> requests) {
    Set<FunctionId> reached = new HashSet<>();
    requests.forEach(request -> reached.addAll(CallGraph.reachable(request.id(), functions)));
    Map<FunctionId, IrFunction> seen = new LinkedHashMap<>(functions);
    seen.keySet().retainAll(reached);
    return new ActivityDiagnosis(
        seen,
        id -> program.declaration(id).text(),
        known(viewer),
        id -> program.declaration(id).isPrivate() || registering.test(id),
        diagnostics);
  }
}
