package dev.adjoint.tests.diagnostics;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import java.nio.file.Path;

/** Writes the page on a code from the table and the example programs. */
final class DiagnosticPage {
  private static final Path PROJECT = Path.of("..");

  private DiagnosticPage() {}

  /** Where the page belongs. */
  static Path file(DiagnosticCode code) {
    return PROJECT.resolve(code.page());
  }

  /** What the page says. */
  static String text(DiagnosticCode code) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(code).append(": ").append(shown(code.title())).append("\n\n");
    page.append(severity(code)).append("\n\n");
    page.append(shown(code.reason())).append("\n\n");
    page.append(shown(code.remedy())).append("\n");
    ExamplePrograms.bad(code).ifPresent(program -> section(page, "Reported", program));
    ExamplePrograms.good(code).ifPresent(program -> section(page, "Instead", program));
    return page.toString();
  }

  private static String severity(DiagnosticCode code) {
    String when =
        code.isOnRequest() ? " It is given where `-Aadjoint.report=FOLDER` asks for it." : "";
    return severityAlone(code) + when;
  }

  private static String severityAlone(DiagnosticCode code) {
    return switch (code.severity()) {
      case ERROR -> "An error: nothing is generated for the method.";
      case WARNING ->
          "A warning: `@SuppressWarnings(\"%s\")` on the method or its class silences it."
              .formatted(code);
      case NOTE -> "A note.";
    };
  }

  private static void section(StringBuilder page, String title, String program) {
    page.append("\n## ").append(title).append("\n\n```java\n").append(program).append("```\n");
  }

  /** Placeholders stand out as emphasised words. */
  private static String shown(String template) {
    return template.replaceAll("\\{(\\w+)}", "*$1*");
  }
}
