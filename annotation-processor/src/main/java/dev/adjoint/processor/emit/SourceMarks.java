package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks in printed code that say which place of the user's text a statement comes from. A mark is a
 * comment on a line of its own, so that it changes the layout of nothing, and is taken out before
 * anyone reads the text.
 */
final class SourceMarks {
  private static final Pattern MARK = Pattern.compile(" *//@(\\d+):(\\d+)");

  private SourceMarks() {}

  /** The mark of the statement printed next. */
  static CodeBlock of(SourceRange source) {
    return CodeBlock.of("//@$L:$L\n", source.start(), source.end());
  }

  /** A statement and how far it is indented. */
  private record Statement(int indentation, SourceRange source) {}

  /** The lines of a marked text without the marks, each with the place it comes from. */
  static List<TracedLine> read(String marked) {
    List<TracedLine> lines = new ArrayList<>();
    Deque<Statement> open = new ArrayDeque<>();
    for (String line : marked.lines().toList()) {
      int indentation = line.length() - line.stripLeading().length();
      while (!open.isEmpty() && open.peek().indentation() > indentation) {
        open.pop();
      }
      Matcher mark = MARK.matcher(line);
      if (mark.matches()) {
        int start = Integer.parseInt(mark.group(1));
        open.push(
            new Statement(indentation, new SourceRange(start, Integer.parseInt(mark.group(2)))));
      } else {
        boolean isStatement = !open.isEmpty() && !line.isBlank() && !line.strip().equals("}");
        lines.add(new TracedLine(line, isStatement ? open.element().source() : SourceRange.NONE));
      }
    }
    return lines;
  }
}
