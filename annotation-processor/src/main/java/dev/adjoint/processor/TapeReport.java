package dev.adjoint.processor;

import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.bind.Declaration;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.emit.GeneratedMethod;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.storage.LoopTapes;
import java.util.List;

/** Says of each loop what it keeps for the reverse sweep. */
final class TapeReport {
  private final BoundProgram program;
  private final Diagnostics diagnostics;

  TapeReport(BoundProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
  }

  void add(List<GeneratedMethod> methods) {
    for (GeneratedMethod method : methods) {
      switch (method) {
        case GeneratedMethod.Backward(_, var function, _) -> add(function);
        case GeneratedMethod.ForwardSweep(_, var function) -> add(function);
        case GeneratedMethod.ValueAndGrad _,
            GeneratedMethod.Reusing _,
            GeneratedMethod.Jvp _,
            GeneratedMethod.Hvp _,
            GeneratedMethod.Hessian _,
            GeneratedMethod.TensorHvp _,
            GeneratedMethod.TensorHessian _,
            GeneratedMethod.Jacobian _,
            GeneratedMethod.ReverseSweep _,
            GeneratedMethod.TangentSweep _,
            GeneratedMethod.Primal _,
            GeneratedMethod.TensorForward _ -> {}
      }
    }
  }

  private void add(IrFunction function) {
    Declaration declaration = program.declarations().get(function.id());
    if (declaration != null) {
      LoopTapes.of(function).forEach(tapes -> add(tapes, declaration));
    }
  }

  private void add(LoopTapes tapes, Declaration declaration) {
    String bytes = String.valueOf(tapes.bytes());
    diagnostics.report(
        Diagnostic.of(
            tapes.isGrowing() ? DiagnosticCode.ADJ0407 : DiagnosticCode.ADJ0804,
            declaration.text(),
            tapes.loop(),
            tapes.kept(),
            bytes));
  }
}
