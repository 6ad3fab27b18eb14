package dev.adjoint.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.adjoint.processor.DifferentiableProcessor;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs on the pages raise their code where they are marked, and are silent put right. */
class DiagnosticExamplesTest {
  private static final Pattern MARK = Pattern.compile("// (error|warning): \\[(ADJ\\d{4})]");

  static List<DiagnosticCode> codes() {
    return ExamplePrograms.codes();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void badProgramRaisesItsCodeAtTheMark(DiagnosticCode code) {
    String program = ExamplePrograms.bad(code).orElseThrow();
    assertEquals(marks(program), findings(program));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void goodProgramIsSilent(DiagnosticCode code) {
    assertEquals(List.of(), findings(ExamplePrograms.good(code).orElseThrow()));
  }

  /** {@code line 5: error ADJ0203} for each mark. */
  private static List<String> marks(String program) {
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

  /** The like for each message of the compiler; the whole message where it is not one of ours. */
  private static List<String> findings(String program) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new DifferentiableProcessor())
            .withOptions("-Xlint:all,-processing")
            .compile(JavaFileObjects.forSourceString("Model", program));
    return compilation.diagnostics().stream()
        .map(
            found ->
                "line %d: %s %s"
                    .formatted(
                        found.getLineNumber(),
                        found.getKind().toString().toLowerCase(Locale.ROOT),
                        code(found.getMessage(Locale.ROOT))))
        .toList();
  }

  private static String code(String message) {
    Matcher code = Pattern.compile("^\\[(ADJ\\d{4})]").matcher(message);
    return code.find() ? code.group(1) : message;
  }
}
