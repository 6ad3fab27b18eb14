package dev.adjoint.processor.report;

import static dev.adjoint.processor.report.Html.escaped;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.emit.TracedLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a report as a page: the user's text beside the generated, lines linked both ways. */
public final class ClassPage {
  private final ClassReport report;
  private final LineLinks links;

  private ClassPage(ClassReport report) {
    this.report = report;
    this.links = new LineLinks(report.source(), report.generated());
  }

  /** The whole page: HTML that is well-formed XML, too. */
  public static String of(ClassReport report) {
    return new ClassPage(report).page();
  }

  private String page() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>%1$s</title>
    <style>
    %2$s</style>
    </head>
    <body>
    <h1>%1$s</h1>
    <main>
    <section id="source"><h2>%3$s</h2>
    %4$s
    </section>
    <section id="generated"><h2>%1$s</h2>
    %5$s
    </section>
    </main>
    <section id="costs"><h2>What the reverse sweep costs</h2>
    %6$s
    </section>
    <section id="findings"><h2>Findings</h2>
    %7$s
    </section>
    <script>
    %8$s</script>
    </body>
    </html>
    """
        .formatted(
            escaped(report.name()),
            resource("report.css"),
            escaped(report.source().fileName()),
            sourceLines(),
            generatedLines(),
            new CostTables(report.source()).of(report.functions()),
            findings(),
            resource("report.js"));
  }

  private String sourceLines() {
    List<String> lines = report.source().content().lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .mapToObj(number -> line("s", number, lines.get(number - 1), links.ofSource(number), "g"))
        .collect(Collectors.joining("\n", "<ol>\n", "\n</ol>"));
  }

  private String generatedLines() {
    List<TracedLine> lines = report.generated();
    return IntStream.rangeClosed(1, lines.size())
        .mapToObj(
            number ->
                line("g", number, lines.get(number - 1).text(), links.ofGenerated(number), "s"))
        .collect(Collectors.joining("\n", "<ol>\n", "\n</ol>"));
  }

  /** A line whose number leads to the first line that belongs to it, and that names all of them. */
  private static String line(
      String side, int number, String text, SortedSet<Integer> others, String other) {
    String linked = others.stream().map(line -> other + line).collect(Collectors.joining(" "));
    String label =
        others.isEmpty()
            ? "<i>" + number + "</i>"
            : "<a href=\"#%s%d\">%d</a>".formatted(other, others.first(), number);
    String id = side + number;
    return "<li id=\"%s\" data-linked=\"%s\">%s<code>%s</code></li>"
        .formatted(id, linked, label, escaped(text));
  }

  private String findings() {
    return report.findings().isEmpty()
        ? "<p>None.</p>"
        : report.findings().stream()
            .map(this::finding)
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  private String finding(Diagnostic finding) {
    String message = escaped(finding.message());
    if (!finding.range().isKnown()) {
      return "<li>" + message + "</li>";
    }
    int line = report.source().line(finding.range().start());
    return "<li><a href=\"#s%1$d\">line %1$d</a> <span>%2$s</span></li>".formatted(line, message);
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(ClassPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of the processor", e);
    }
  }
}
