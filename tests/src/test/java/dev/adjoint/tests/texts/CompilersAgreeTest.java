package dev.adjoint.tests.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.adjoint.processor.DifferentiableProcessor;
import dev.adjoint.tests.cases.CaseFolder;
import dev.adjoint.tests.cases.ProgramSource;
import dev.adjoint.tests.diagnostics.CompilerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For every case program the same text is generated, whichever compiler runs the processor. */
class CompilersAgreeTest {
  @TempDir private Path folder;

  @Test
  void generatedTextDoesNotDependOnTheCompiler() throws IOException {
    Map<String, String> sources =
        CaseFolder.configured().sources().stream()
            .collect(
                Collectors.toMap(program -> program.className() + ".java", ProgramSource::text));
    Map<String, String> javac = generated(CompilerHost.JAVAC, sources);
    assertFalse(javac.isEmpty());
    Map<String, String> ecj = generated(CompilerHost.ECJ, sources);
    assertEquals(javac.keySet(), ecj.keySet());
    javac.forEach((file, text) -> assertEquals(text, ecj.get(file), file));
  }

  private Map<String, String> generated(CompilerHost host, Map<String, String> sources)
      throws IOException {
    Path dump = folder.resolve(host.name());
    host.compile(sources, List.of(new DifferentiableProcessor()), "-Aadjoint.dump=" + dump);
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(dump)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
