package dev.adjoint.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs full of independent problems, by subject: each is reported once, at its mark, and
 * nothing else is.
 */
class RefusedProgramsTest {
  private static final Path FOLDER = Path.of("programs", "refused");

  static Stream<Arguments> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .flatMap(
              file -> Arrays.stream(CompilerHost.values()).map(host -> Arguments.of(file, host)));
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyProblemIsReportedOnceAtItsMark(Path file, CompilerHost host) throws IOException {
    String program = Files.readString(file);
    List<String> found =
        host.compile(file.getFileName().toString(), program).stream()
            .map(CompilerMessage::summary)
            .toList();
    assertEquals(Marks.of(program), found);
  }
}
