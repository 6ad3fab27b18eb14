package dev.adjoint.tests.diagnostics;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program that raises a code and the one that avoids it, for each code that has them. */
final class ExamplePrograms {
  private static final Path FOLDER = Path.of("programs");

  private ExamplePrograms() {}

  /** The codes with examples. */
  static List<DiagnosticCode> codes() {
    return Arrays.stream(DiagnosticCode.values()).filter(code -> bad(code).isPresent()).toList();
  }

  /** A program that raises the code; a comment marks the line. */
  static Optional<String> bad(DiagnosticCode code) {
    return read(FOLDER.resolve("bad"), code);
  }

  /** The same program, put right. */
  static Optional<String> good(DiagnosticCode code) {
    return read(FOLDER.resolve("good"), code);
  }

  private static Optional<String> read(Path folder, DiagnosticCode code) {
    Path file = folder.resolve(code + ".java");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
