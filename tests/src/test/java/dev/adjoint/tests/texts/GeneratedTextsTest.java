package dev.adjoint.tests.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tests.diagnostics.CompilerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated text of each program in {@code programs/texts} is the one kept beside it. With
 * {@code -Dadjoint.texts=write} what is generated today is kept instead, to be read by eye.
 */
class GeneratedTextsTest {
  private static final Path FOLDER = Path.of("programs", "texts");
  private static final boolean IS_WRITING = "write".equals(System.getProperty("adjoint.texts"));
  private static final int FEWEST = 40;

  static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java") && !file.endsWith("Grad.java"))
          .map(file -> file.replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyFeatureHasAProgram() throws IOException {
    assertTrue(programs().size() >= FEWEST, "programs: " + programs());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void textIsTheOneThatWasRead(String program, @TempDir Path dump) throws IOException {
    String file = program + ".java";
    String source = Files.readString(FOLDER.resolve(file));
    assertEquals(List.of(), CompilerHost.JAVAC.compile(file, source, "-Aadjoint.dump=" + dump));
    Path kept = FOLDER.resolve(program + "Grad.java");
    String generated = Files.readString(dump.resolve(program + "Grad.java"));
    if (IS_WRITING) {
      Files.writeString(kept, generated);
    }
    assertEquals(Files.readString(kept), generated, "see -Dadjoint.texts=write");
  }
}
