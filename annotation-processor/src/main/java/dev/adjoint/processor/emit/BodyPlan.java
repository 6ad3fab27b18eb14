package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.source.SourceText;

/**
 * What was decided about a function before its variables: what is printed at all, what is printed
 * as part of something else, and as which kind of statement.
 */
record BodyPlan(
    Outline outline,
    Needed needed,
    Uses uses,
    ArrayObjects arrays,
    CompoundStores compounds,
    Inlining inlining,
    Leaves leaves) {

  /**
   * Decides.
   *
   * @param isReusing whether arrays are taken from a workspace
   */
  static BodyPlan of(IrFunction function, SourceText text, boolean isReusing) {
    Outline outline = new Outline(function);
    Needed needed = Needed.of(outline);
    Uses uses = Uses.of(outline, needed);
    ArrayObjects arrays = ArrayObjects.of(function);
    CompoundStores compounds = CompoundStores.of(outline, needed, uses, arrays);
    Inlining inlining = Inlining.of(outline, needed, uses, arrays, text, isReusing);
    Leaves leaves = new Leaves(outline, inlining);
    return new BodyPlan(outline, needed, uses, arrays, compounds, inlining, leaves);
  }
}
