package dev.adjoint.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a finding says, and what is kept of many. */
class DiagnosticTest {
  private static final SourceText TEXT = new SourceText("T.java", "one\ntwo\nthree\nfour\nfive\n");

  @Test
  void messageIsTitleReasonRemedyAndNotes() {
    Diagnostic found =
        Diagnostic.of(DiagnosticCode.ADJ0203, TEXT, new SourceRange(4, 7), "int", "x")
            .withNote(TEXT, new SourceRange(0, 3), "required by @Differentiable here");
    assertEquals(
        """
        [ADJ0203] the conversion to int discards the derivative of x
        An integer changes only in jumps: between them its derivative is zero.
        Write Autograd.stopGradient(x) if that is meant. (docs/diagnostics/ADJ0203.md)
        note: required by @Differentiable here (T.java:1:1)\
        """,
        found.message());
  }

  @Test
  void firstAndLastNotesAreShown() {
    Diagnostic found = Diagnostic.of(DiagnosticCode.ADJ0401, TEXT, new SourceRange(4, 7));
    for (String note : List.of("first", "second", "third", "last")) {
      found = found.withNote(TEXT, SourceRange.NONE, note);
    }
    List<String> lines = found.message().lines().toList();
    assertEquals(
        List.of("note: first", "note: second", "note: last"), lines.subList(3, lines.size()));
  }

  @Test
  void argumentsMustFillThePlaceholders() {
    assertThrows(
        IllegalStateException.class,
        () -> Diagnostic.of(DiagnosticCode.ADJ0203, TEXT, SourceRange.NONE, "int"));
  }

  @Test
  void findingsAreKeptOnceInOrderOfPosition() {
    Diagnostics all = new Diagnostics();
    Diagnostic late = Diagnostic.of(DiagnosticCode.ADJ0401, TEXT, new SourceRange(8, 9));
    Diagnostic early = Diagnostic.of(DiagnosticCode.ADJ0401, TEXT, new SourceRange(0, 3));
    all.report(late);
    all.report(early);
    all.report(late);
    assertEquals(List.of(early, late), all.all());
  }

  @Test
  void onlyErrorsStopTheMethod() {
    FunctionId f = new FunctionId("T", "f", List.of());
    FunctionId g = new FunctionId("T", "g", List.of());
    Diagnostics all = new Diagnostics();
    SourceRange here = new SourceRange(0, 3);
    all.report(f, Diagnostic.of(DiagnosticCode.ADJ0401, TEXT, here));
    all.report(g, Diagnostic.of(DiagnosticCode.ADJ0802, TEXT, here, "x"));
    assertTrue(all.isInError(f));
    assertFalse(all.isInError(g));
  }
}
