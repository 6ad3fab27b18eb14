package dev.adjoint.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings arrive at the exact expression under javac, and with its position elsewhere. */
class ReporterTest {
  private static final String PROGRAM =
      """
      class T {
        static double f(double x, String name) {
      \tdouble y = Math.sin(x) * 2;
          return (int) y + name.length();
        }
      }
      """;

  private static final String QUIET_PROGRAM = "@SuppressWarnings(\"ADJ0205\") " + PROGRAM;

  @TempDir Path folder;

  @Test
  void castIsMarkedAtItsParenthesis() throws IOException {
    assertEquals("ERROR 4:12 [ADJ0203]", byJavac(DiagnosticCode.ADJ0203, "(int) y"));
  }

  @Test
  void callIsMarkedAtItsName() throws IOException {
    assertEquals("ERROR 3:24 [ADJ0204]", byJavac(DiagnosticCode.ADJ0204, "Math.sin(x)"));
  }

  @Test
  void parameterIsMarkedAtItsName() throws IOException {
    assertEquals("ERROR 2:36 [ADJ0106]", byJavac(DiagnosticCode.ADJ0106, "String name"));
  }

  @Test
  void methodIsMarkedAtItsName() throws IOException {
    assertEquals("ERROR 2:17 [ADJ0404]", byJavac(DiagnosticCode.ADJ0404, "f("));
  }

  @Test
  void warningIsSuppressedByItsCode() throws IOException {
    assertEquals(1, findings(javac(), PROGRAM, DiagnosticCode.ADJ0205, "y +").size());
    assertEquals(0, findings(javac(), QUIET_PROGRAM, DiagnosticCode.ADJ0205, "y +").size());
  }

  @Test
  void otherCompilersGetThePositionAsText() throws IOException {
    var findings = findings(new EclipseCompiler(), PROGRAM, DiagnosticCode.ADJ0203, "(int) y");
    String message = findings.getFirst().getMessage(Locale.ROOT);
    assertTrue(message.startsWith("T.java:4:12: [ADJ0203] "), message);
    assertTrue(message.contains("\n    return (int) y + name.length();\n           ^\n"), message);
  }

  private static JavaCompiler javac() {
    return ToolProvider.getSystemJavaCompiler();
  }

  private String byJavac(DiagnosticCode code, String marked) throws IOException {
    var finding = findings(javac(), PROGRAM, code, marked).getFirst();
    return "%s %d:%d %.9s"
        .formatted(
            finding.getKind(),
            finding.getLineNumber(),
            finding.getColumnNumber(),
            finding.getMessage(Locale.ROOT));
  }

  private List<Diagnostic<? extends JavaFileObject>> findings(
      JavaCompiler compiler, String program, DiagnosticCode code, String marked)
      throws IOException {
    Path file = Files.writeString(folder.resolve("T.java"), program);
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (var files = compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
      var task =
          compiler.getTask(
              null,
              files,
              collector,
              List.of("-d", folder.toString(), "--release", "21"),
              null,
              files.getJavaFileObjects(file));
      task.setProcessors(List.of(new MarkingProcessor(code, marked)));
      task.call();
    }
    return new ArrayList<>(
        collector.getDiagnostics().stream()
            .filter(finding -> finding.getMessage(Locale.ROOT).contains("[ADJ"))
            .toList());
  }
}
