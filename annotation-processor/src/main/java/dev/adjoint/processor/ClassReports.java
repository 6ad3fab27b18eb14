package dev.adjoint.processor;

import dev.adjoint.processor.emit.ClassEmitter;
import dev.adjoint.processor.emit.GeneratedMethod;
import dev.adjoint.processor.emit.GradientClass;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.report.ClassReport;
import dev.adjoint.processor.report.FunctionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what the pages of a compilation show. */
final class ClassReports {
  private final Map<FunctionId, IrFunction> primals;

  ClassReports(Map<FunctionId, IrFunction> primals) {
    this.primals = primals;
  }

  /** The report of a class, without findings as yet. */
  ClassReport of(GradientClass target) {
    String name =
        target.packageName().isEmpty() ? target.name() : target.packageName() + "." + target.name();
    return new ClassReport(
        name,
        target.statements().text(),
        ClassEmitter.trace(target),
        functions(target.methods()),
        List.of());
  }

  private List<FunctionReport> functions(List<GeneratedMethod> methods) {
    List<FunctionReport> functions = new ArrayList<>();
    for (GeneratedMethod method : methods) {
      switch (method) {
        case GeneratedMethod.Backward(_, var adjoint, _) ->
            functions.add(FunctionReport.of(primal(adjoint), adjoint));
        case GeneratedMethod.ForwardSweep(var names, var forward) ->
            functions.add(
                FunctionReport.of(primal(forward), forward, reverse(names.reverse(), methods)));
        default -> {}
      }
    }
    return functions;
  }

  private IrFunction primal(IrFunction derived) {
    IrFunction primal = primals.get(derived.id());
    if (primal == null) {
      throw new IllegalStateException("report: no primal of " + derived.id());
    }
    return primal;
  }

  private static IrFunction reverse(String name, List<GeneratedMethod> methods) {
    for (GeneratedMethod method : methods) {
      if (method instanceof GeneratedMethod.ReverseSweep(var names, var function)
          && names.reverse().equals(name)) {
        return function;
      }
    }
    throw new IllegalStateException("report: no reverse sweep " + name);
  }
}
