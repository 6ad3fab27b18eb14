package dev.adjoint.processor.report;

import static dev.adjoint.processor.report.Html.escaped;

import dev.adjoint.processor.report.FunctionReport.Row;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;

/** Tables of what adjoints compute, keep and compute again, one a method. */
final class CostTables {
  private final SourceText source;

  CostTables(SourceText source) {
    this.source = source;
  }

  String of(List<FunctionReport> functions) {
    String note =
        "<p>A row counts operations as they stand in the code: both sides of a branch, one pass"
            + " through a loop, inner loops aside. The adjoint has a forward and a reverse sweep."
            + "</p>\n";
    return functions.isEmpty()
        ? "<p>No method is differentiated in reverse.</p>"
        : functions.stream().map(this::table).collect(Collectors.joining("\n", note, ""));
  }

  private String table(FunctionReport function) {
    String rows = function.rows().stream().map(this::row).collect(Collectors.joining("\n"));
    return """
    <table><caption><code>%s</code></caption>
    <thead><tr><th></th><th>operations</th><th>of the adjoint</th><th>kept</th>\
    <th>bytes a pass</th><th>computed again</th></tr></thead>
    <tbody>
    %s
    </tbody></table>\
    """
        .formatted(escaped(function.name()), rows);
  }

  private String row(Row row) {
    String bytes = row.bytes() + (row.isGrowing() ? ", on a growing tape" : "");
    return "<tr><th>%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            place(row),
            counts(row.primal()),
            counts(row.adjoint()),
            escaped(row.kept()),
            row.bytes() == 0 ? "" : bytes,
            escaped(row.again()));
  }

  private String place(Row row) {
    return row.loop().isKnown()
        ? "<a href=\"#s%1$d\">loop at line %1$d</a>".formatted(source.line(row.loop().start()))
        : "outside loops";
  }

  private static String counts(OperationCounts counts) {
    return "%d arithmetic, %d calls, %d reads, %d writes"
        .formatted(counts.arithmetic(), counts.calls(), counts.reads(), counts.writes());
  }
}
