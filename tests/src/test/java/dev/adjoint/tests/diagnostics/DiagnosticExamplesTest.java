package dev.adjoint.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs on the pages raise their code where they are marked, and are silent put right. */
class DiagnosticExamplesTest {

  static Stream<Arguments> examples() {
    return ExamplePrograms.codes().stream()
        .flatMap(
            code -> Arrays.stream(CompilerHost.values()).map(host -> Arguments.of(code, host)));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("examples")
  void badProgramRaisesItsCodeAtTheMark(DiagnosticCode code, CompilerHost host) {
    String program = ExamplePrograms.bad(code).orElseThrow();
    assertEquals(Marks.of(program), summaries(code, host, program));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void goodProgramIsSilent(DiagnosticCode code, CompilerHost host) {
    String program = ExamplePrograms.good(code).orElseThrow();
    assertEquals(List.of(), summaries(code, host, program));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidOnRequestIsNotSaidOtherwise(DiagnosticCode code) {
    if (code.isOnRequest()) {
      String program = ExamplePrograms.bad(code).orElseThrow();
      assertEquals(List.of(), CompilerHost.JAVAC.compile("Model.java", program));
    }
  }

  private List<String> summaries(DiagnosticCode code, CompilerHost host, String program) {
    String[] options =
        code.isOnRequest() ? new String[] {"-Aadjoint.report=" + folder} : new String[0];
    return host.compile("Model.java", program, options).stream()
        .map(CompilerMessage::summary)
        .toList();
  }
}
