package dev.adjoint.processor.analyse;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is wrong with hooks on gradients: where there is no reverse sweep they have no meaning. */
public final class HookDiagnosis {
  private final Map<FunctionId, IrFunction> functions;
  private final Function<FunctionId, SourceText> texts;
  private final List<Diagnostic> found = new ArrayList<>();

  private HookDiagnosis(
      Map<FunctionId, IrFunction> functions, Function<FunctionId, SourceText> texts) {
    this.functions = functions;
    this.texts = texts;
  }

  /**
   * Of a function.
   *
   * @param isReverse whether reverse mode is all that is asked for
   */
  public static List<Diagnostic> of(
      FunctionId id,
      Map<FunctionId, IrFunction> functions,
      Function<FunctionId, SourceText> texts,
      boolean isReverse) {
    HookDiagnosis diagnosis = new HookDiagnosis(functions, texts);
    IrFunction function = functions.get(id);
    if (function != null) {
      Operations.forEach(function.body(), op -> diagnosis.visit(id, op, isReverse));
    }
    return diagnosis.found;
  }

  private void visit(FunctionId id, Op op, boolean isReverse) {
    if (!(op instanceof CallOp.Call call) || !GradientHooks.areAt(call)) {
      return;
    }
    if (!isReverse) {
      found.add(
          Diagnostic.of(
              DiagnosticCode.ADJ0405.problem(
                  "a hook on a gradient in forward mode, second derivatives and self-tests",
                  "Leave out Mode.FORWARD, order = 2 and check = true"),
              texts.apply(id),
              op.source()));
    }
    for (FunctionId reached : CallGraph.reachable(GradientHooks.hook(call.callee()), functions)) {
      IrFunction hook = functions.get(reached);
      if (hook != null) {
        Operations.forEach(hook.body(), inner -> unsupported(reached, inner));
      }
    }
  }

  private void unsupported(FunctionId id, Op op) {
    if (op instanceof Op.Unsupported unsupported) {
      found.add(Diagnostic.of(unsupported.problem(), texts.apply(id), op.source()));
    }
  }
}
