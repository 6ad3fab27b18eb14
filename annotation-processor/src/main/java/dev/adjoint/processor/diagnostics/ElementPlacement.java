package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;

/** At the declaration, with line, column, source line and caret in the text of the message. */
record ElementPlacement(Messager messager) implements Placement {

  @Override
  public void print(
      Severity severity, String message, SourceText text, SourceRange range, Element element) {
    String located = range.isKnown() ? locate(message, text, range) : message;
    messager.printMessage(severity.kind(), located, element);
  }

  private static String locate(String message, SourceText text, SourceRange range) {
    int firstBreak = message.indexOf('\n');
    String head = firstBreak < 0 ? message : message.substring(0, firstBreak);
    String rest = firstBreak < 0 ? "" : message.substring(firstBreak);
    Position position = Position.of(text, range);
    String line = text.lineText(range.start());
    String caret = caret(line, position.column());
    return "%s: %s%n%s%n%s%s".formatted(position, head, line, caret, rest);
  }

  /** A caret below a column; tabs are kept, so that it lines up however wide they are shown. */
  private static String caret(String line, int column) {
    String before = line.substring(0, Math.min(column - 1, line.length()));
    return before.replaceAll("[^\\t]", " ") + "^";
  }
}
