package dev.adjoint.processor;

import dev.adjoint.processor.analyse.ActivityDiagnosis;
import dev.adjoint.processor.analyse.CallGraph;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a method that asks for second derivatives its derivative in a direction, and reports
 * where that one cannot be differentiated.
 */
final class SecondOrder {
  private final BoundProgram program;
  private final RegisteredDerivatives registered;
  private final DirectionalFunctions directions;
  private final Diagnostics diagnostics;

  SecondOrder(
      BoundProgram program,
      RegisteredDerivatives registered,
      DirectionalFunctions directions,
      Diagnostics diagnostics) {
    this.program = program;
    this.registered = registered;
    this.directions = directions;
    this.diagnostics = diagnostics;
  }

  /** The derivative in a direction; {@code null} after it was reported why there is none. */
  @Nullable IrFunction directional(
      DifferentiableRequest request, IrFunction primal, BoundMethod bound) {
    IrFunction directional = directions.of(primal, parts(request, bound));
    report(request, directional, bound);
    return diagnostics.isInError(request.id()) ? null : directional;
  }

  private static List<Integer> parts(DifferentiableRequest request, BoundMethod bound) {
    return request.wrt().stream().flatMap(index -> request.parts(bound, index).stream()).toList();
  }

  /** What is lost in the first derivative is reported already. */
  private void report(DifferentiableRequest request, IrFunction directional, BoundMethod bound) {
    Diagnostics found = new Diagnostics();
    Map<FunctionId, IrFunction> functions = new LinkedHashMap<>(directions.primals());
    functions.putAll(directions.callees());
    functions.put(directional.id(), directional);
    functions.keySet().retainAll(CallGraph.reachable(directional.id(), functions));
    new ActivityDiagnosis(
            functions,
            id -> program.declaration(directions.origin(id)).text(),
            new KnownDerivatives(registered, false),
            _ -> false,
            found)
        .diagnoseFlow(
            new ActivityDiagnosis.Root(
                directional, request.annotation(), ProgramDiagnosis.inputs(request, bound)));
    found.all().stream()
        .filter(Diagnostic::isError)
        .forEach(error -> diagnostics.report(request.id(), error));
  }
}
