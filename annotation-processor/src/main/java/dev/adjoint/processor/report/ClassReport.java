package dev.adjoint.processor.report;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.emit.TracedLine;
import dev.adjoint.processor.source.SourceText;
import java.util.List;

/**
 * All that a page shows.
 *
 * @param name qualified name of the generated class
 * @param source the user's compilation unit
 * @param generated the generated class, line by line
 * @param functions what each adjoint costs
 * @param findings what was said of the compilation unit
 */
public record ClassReport(
    String name,
    SourceText source,
    List<TracedLine> generated,
    List<FunctionReport> functions,
    List<Diagnostic> findings) {

  public ClassReport {
    generated = List.copyOf(generated);
    functions = List.copyOf(functions);
    findings = List.copyOf(findings);
  }

  /** The same report with those of the findings that are about its compilation unit. */
  public ClassReport withFindings(List<Diagnostic> all) {
    return new ClassReport(
        name,
        source,
        generated,
        functions,
        all.stream().filter(finding -> finding.text().equals(source)).toList());
  }
}
