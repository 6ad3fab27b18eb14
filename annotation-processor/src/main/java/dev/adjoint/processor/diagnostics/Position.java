package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;

/** Where a range starts, for people: {@code File.java:12:5}. */
record Position(String file, int line, int column) {

  static Position of(SourceText text, SourceRange range) {
    return new Position(text.fileName(), text.line(range.start()), text.column(range.start()));
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
