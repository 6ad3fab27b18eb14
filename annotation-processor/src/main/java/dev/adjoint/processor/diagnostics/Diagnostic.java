package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One finding: what is said, about which piece of the user's text.
 *
 * @param code the entry of the table
 * @param text the compilation unit
 * @param range the offending expression or declaration in it
 * @param arguments what fills the code's placeholders, in order
 * @param notes other places that explain the finding, nearest first
 */
public record Diagnostic(
    DiagnosticCode code,
    SourceText text,
    SourceRange range,
    List<String> arguments,
    List<Note> notes) {

  /** A place that helps to understand a finding, and what is to be seen there. */
  public record Note(SourceText text, SourceRange range, String message) {}

  private static final int MOST_NOTES = 3;

  public Diagnostic {
    arguments = List.copyOf(arguments);
    notes = List.copyOf(notes);
    code.checkArguments(arguments);
  }

  /** A finding without notes. */
  public static Diagnostic of(
      DiagnosticCode code, SourceText text, SourceRange range, String... arguments) {
    return new Diagnostic(code, text, range, List.of(arguments), List.of());
  }

  /** The finding that an unsupported construct stands for. */
  public static Diagnostic of(Problem problem, SourceText text, SourceRange range) {
    DiagnosticCode code = DiagnosticCode.valueOf(problem.code());
    List<Note> notes =
        problem.notes().stream().map(note -> new Note(text, note.range(), note.message())).toList();
    return new Diagnostic(code, text, range, problem.arguments(), notes);
  }

  /** The same finding with one more note, farther away than those it has. */
  public Diagnostic withNote(SourceText noteText, SourceRange noteRange, String message) {
    List<Note> more = new ArrayList<>(notes);
    more.add(new Note(noteText, noteRange, message));
    return new Diagnostic(code, text, range, arguments, more);
  }

  public boolean isError() {
    return code.severity() == Severity.ERROR;
  }

  /** What is printed: title, reason, remedy with the page, then the notes, each on its line. */
  public String message() {
    Map<String, String> values = values();
    List<String> lines = new ArrayList<>();
    lines.add("[" + code + "] " + Template.fill(code.title(), values));
    lines.add(Template.fill(code.reason(), values));
    lines.add(Template.fill(code.remedy(), values) + " (" + code.page() + ")");
    for (Note note : shownNotes()) {
      lines.add("note: " + note.message() + placeOf(note));
    }
    return String.join("\n", lines);
  }

  private Map<String, String> values() {
    List<String> names = code.placeholders();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), arguments.get(i));
    }
    return values;
  }

  /** The first hops and the last one, where there are too many to show. */
  private List<Note> shownNotes() {
    if (notes.size() <= MOST_NOTES) {
      return notes;
    }
    List<Note> shown = new ArrayList<>(notes.subList(0, MOST_NOTES - 1));
    shown.add(notes.getLast());
    return shown;
  }

  private static String placeOf(Note note) {
    return note.range().isKnown() ? " (" + Position.of(note.text(), note.range()) + ")" : "";
  }
}
