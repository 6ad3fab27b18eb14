package dev.adjoint.processor.analyse;

import dev.adjoint.processor.analyse.TensorShapes.Disagreement;
import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.source.SourceText;
import java.util.List;

/**
 * Reports tensor operations that cannot succeed: the shapes of their operands are known, and
 * disagree.
 */
public final class ShapeDiagnosis {
  private ShapeDiagnosis() {}

  /**
   * The findings in a function.
   *
   * @param text where it stands
   */
  public static List<Diagnostic> of(IrFunction function, SourceText text) {
    Wording wording = new Wording(function, text);
    return TensorShapes.of(function).disagreements().stream()
        .map(found -> diagnostic(found, wording, text))
        .toList();
  }

  private static Diagnostic diagnostic(Disagreement found, Wording wording, SourceText text) {
    String[] arguments = {
      wording.of(found.left()),
      found.leftShape().toString(),
      wording.of(found.right()),
      found.rightShape().toString(),
      found.call().member().name()
    };
    return Diagnostic.of(DiagnosticCode.ADJ0801, text, found.call().source(), arguments);
  }
}
