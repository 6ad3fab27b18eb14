package dev.adjoint.tests.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.DifferentiableProcessor;
import dev.adjoint.tests.diagnostics.CompilerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated text of each program in {@code programs/texts} is the one kept beside it, whichever
 * compiler runs the processor. With {@code -Dadjoint.texts=write} what is generated today is kept
 * instead, to be read by eye.
 */
class GeneratedTextsTest {
  private static final Path FOLDER = Path.of("programs", "texts");
  private static final boolean IS_WRITING = "write".equals(System.getProperty("adjoint.texts"));
  private static final int FEWEST = 40;

  @TempDir private static Path dump;

  private static final Map<CompilerHost, String> MESSAGES = new EnumMap<>(CompilerHost.class);

  private static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java") && !file.endsWith("Grad.java"))
          .map(file -> file.replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  static List<Arguments> texts() throws IOException {
    return programs().stream()
        .flatMap(
            program -> Stream.of(CompilerHost.values()).map(host -> Arguments.of(host, program)))
        .toList();
  }

  @BeforeAll
  static void compile() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String program : programs()) {
      sources.put(program + ".java", Files.readString(FOLDER.resolve(program + ".java")));
    }
    for (CompilerHost host : CompilerHost.values()) {
      var processor = new DifferentiableProcessor();
      String option = "-Aadjoint.dump=" + dump.resolve(host.name());
      MESSAGES.put(host, host.compile(sources, List.of(processor), option).toString());
    }
  }

  @Test
  void everyFeatureHasAProgram() throws IOException {
    assertTrue(programs().size() >= FEWEST, "programs: " + programs());
  }

  @Test
  void nothingIsSaid() {
    MESSAGES.forEach((host, messages) -> assertEquals("[]", messages, host.name()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsTheOneThatWasRead(CompilerHost host, String program) throws IOException {
    Path kept = FOLDER.resolve(program + "Grad.java");
    String generated = Files.readString(dump.resolve(host.name()).resolve(program + "Grad.java"));
    if (IS_WRITING) {
      Files.writeString(kept, generated);
    }
    assertEquals(Files.readString(kept), generated, "see -Dadjoint.texts=write");
  }
}
