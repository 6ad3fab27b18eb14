package dev.adjoint.tests.diagnostics;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The messages that a program announces by comments: {@code // error: [ADJ0203]}. */
final class Marks {
  private static final Pattern MARK = Pattern.compile("// (error|warning|note): \\[(ADJ\\d{4})]");

  private Marks() {}

  /** {@code line 5: error ADJ0203} for each mark. */
  static List<String> of(String program) {
    List<String> lines = program.lines().toList();
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            i ->
                MARK.matcher(lines.get(i))
                    .results()
                    .map(m -> "line %d: %s %s".formatted(i + 1, m.group(1), m.group(2))))
        .toList();
  }
}
