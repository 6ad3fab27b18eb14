package dev.adjoint.processor.report;

import dev.adjoint.processor.emit.TracedLine;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which lines of the user's text and of the generated class belong together; both count from 1. */
final class LineLinks {
  private final List<SortedSet<Integer>> toGenerated = new ArrayList<>();
  private final List<SortedSet<Integer>> toSource = new ArrayList<>();

  LineLinks(SourceText source, List<TracedLine> generated) {
    source.content().lines().forEach(_ -> toGenerated.add(new TreeSet<>()));
    for (int i = 0; i < generated.size(); i++) {
      SortedSet<Integer> lines = lines(source, generated.get(i).source());
      toSource.add(lines);
      for (int line : lines) {
        toGenerated.get(line - 1).add(i + 1);
      }
    }
  }

  private static SortedSet<Integer> lines(SourceText source, SourceRange range) {
    SortedSet<Integer> lines = new TreeSet<>();
    if (range.isKnown()) {
      int last = source.line(Math.max(range.start(), range.end() - 1));
      for (int line = source.line(range.start()); line <= last; line++) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The generated lines that come from a line of the user's. */
  SortedSet<Integer> ofSource(int line) {
    return toGenerated.get(line - 1);
  }

  /** The user's lines that a generated line comes from. */
  SortedSet<Integer> ofGenerated(int line) {
    return toSource.get(line - 1);
  }
}
