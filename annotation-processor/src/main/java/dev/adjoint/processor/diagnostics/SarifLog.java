package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.Collection;
import java.util.stream.Collectors;

/** Findings as a log in the Static Analysis Results Interchange Format, SARIF 2.1.0. */
public final class SarifLog {
  private SarifLog() {}

  /** The whole file. */
  public static String of(Collection<Diagnostic> findings) {
    return """
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [{
        "tool": {"driver": {"name": "Adjoint", "rules": [%s]}},
        "columnKind": "utf16CodeUnits",
        "results": [%s]
      }]
    }
    """
        .formatted(rules(findings), joined(findings.stream().map(SarifLog::result).toList()));
  }

  private static String rules(Collection<Diagnostic> findings) {
    return joined(
        findings.stream().map(Diagnostic::code).distinct().sorted().map(SarifLog::rule).toList());
  }

  private static String rule(DiagnosticCode code) {
    return "{\"id\": %s, \"shortDescription\": {\"text\": %s}, \"help\": {\"text\": %s}}"
        .formatted(quoted(code.name()), quoted(code.title()), quoted(code.remedy()));
  }

  private static String result(Diagnostic finding) {
    String notes = joined(finding.notes().stream().map(SarifLog::note).toList());
    String message = quoted(finding.message());
    return "{\"ruleId\": %s, \"level\": %s, \"message\": {\"text\": %s}, \"locations\": [%s]%s}"
        .formatted(
            quoted(finding.code().name()),
            quoted(level(finding.code().severity())),
            message,
            "{" + place(finding.text(), finding.range()) + "}",
            notes.isEmpty() ? "" : ", \"relatedLocations\": [" + notes + "]");
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  private static String note(Diagnostic.Note note) {
    String message = "\"message\": {\"text\": " + quoted(note.message()) + "}";
    return "{" + place(note.text(), note.range()) + ", " + message + "}";
  }

  private static String place(SourceText text, SourceRange range) {
    String region =
        range.isKnown()
            ? ", \"region\": {\"startLine\": %d, \"startColumn\": %d, \"endLine\": %d, \"endColumn\": %d}"
                .formatted(
                    text.line(range.start()),
                    text.column(range.start()),
                    text.line(range.end()),
                    text.column(range.end()))
            : "";
    return "\"physicalLocation\": {\"artifactLocation\": {\"uri\": %s}%s}"
        .formatted(quoted(text.fileName()), region);
  }

  private static String joined(Collection<String> parts) {
    return parts.stream().collect(Collectors.joining(",\n      "));
  }

  private static String quoted(String text) {
    return text.chars().mapToObj(SarifLog::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default -> character < ' ' ? "\\u%04x".formatted(character) : Character.toString(character);
    };
  }
}
