package dev.adjoint.processor;

import dev.adjoint.processor.analyse.ActivityDiagnosis;
import dev.adjoint.processor.analyse.CallGraph;
import dev.adjoint.processor.bind.BoundMethod;
import dev.adjoint.processor.bind.DifferentiableRequest;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a method that asks for second derivatives its derivative in a direction, and reports
 * where that one cannot be differentiated.
 */
final class SecondOrder {
  private final Map<FunctionId, IrFunction> primals;
  private final RegisteredDerivatives registered;
  private final DerivativeFunctions derivatives;
  private final Diagnostics diagnostics;

  SecondOrder(
      Map<FunctionId, IrFunction> primals,
      RegisteredDerivatives registered,
      DerivativeFunctions derivatives,
      Diagnostics diagnostics) {
    this.primals = primals;
    this.registered = registered;
    this.derivatives = derivatives;
    this.diagnostics = diagnostics;
  }

  /** The derivative in a direction; {@code null} after it was reported why there is none. */
  @Nullable IrFunction directional(
      DifferentiableRequest request, IrFunction primal, BoundMethod bound, SourceText text) {
    if (CallGraph.isRecursive(request.id(), primals)) {
      String[] reason = {"order = 2 of a recursive method", "Write the recursion as a loop"};
      diagnostics.report(
          request.id(), Diagnostic.of(DiagnosticCode.ADJ0405, text, request.annotation(), reason));
      return null;
    }
    IrFunction directional = derivatives.directional(primal, parts(request, bound), primals);
    report(request, directional, bound, text);
    return diagnostics.isInError(request.id()) ? null : directional;
  }

  private static List<Integer> parts(DifferentiableRequest request, BoundMethod bound) {
    return request.wrt().stream().flatMap(index -> request.parts(bound, index).stream()).toList();
  }

  /** What is lost in the first derivative is reported already. */
  private void report(
      DifferentiableRequest request, IrFunction directional, BoundMethod bound, SourceText text) {
    Diagnostics found = new Diagnostics();
    new ActivityDiagnosis(
            Map.of(directional.id(), directional),
            _ -> text,
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
