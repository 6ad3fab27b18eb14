package dev.adjoint.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder of program cases.
 *
 * @param root the folder that holds {@code cases.jsonl} or {@code rejects.jsonl} or both
 * @param isOurCopy whether it is the copy in the test resources
 */
public record CaseFolder(Path root, boolean isOurCopy) {

  private static final String PROPERTY = "adjoint.cases";
  private static final String CASES = "cases.jsonl";
  private static final String REJECTS = "rejects.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The folder that the system property names, else our copy. */
  public static CaseFolder configured() {
    String named = System.getProperty(PROPERTY);
    return named == null || named.isBlank()
        ? new CaseFolder(resource("/cases/s2s"), true)
        : new CaseFolder(existing(Path.of(named)), false);
  }

  /** Programs of which the generated text keeps what its methods keep in objects. */
  static CaseFolder frames() {
    return new CaseFolder(resource("/cases/frames"), true);
  }

  private static Path existing(Path folder) {
    Path absolute = folder.toAbsolutePath();
    if (!Files.exists(folder.resolve(CASES)) && !Files.exists(folder.resolve(REJECTS))) {
      throw new IllegalArgumentException(
          "%s names %s, which has neither %s nor %s".formatted(PROPERTY, absolute, CASES, REJECTS));
    }
    return folder;
  }

  private static Path resource(String name) {
    URL copy = Objects.requireNonNull(CaseFolder.class.getResource(name), name);
    try {
      return Path.of(copy.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("test resources at " + copy, e);
    }
  }

  /** The programs that have a derivative. */
  List<DerivativeCase> derivativeCases() {
    return rows(CASES).stream().map(DerivativeCase::of).toList();
  }

  /** The same programs as compilation units. */
  public List<ProgramSource> sources() {
    return derivativeCases().stream()
        .map(program -> ProgramSource.of(program.id(), program.java(), List.of()))
        .toList();
  }

  /** The programs that are refused, or may be. */
  List<RejectCase> rejectCases() {
    return rows(REJECTS).stream().map(RejectCase::of).toList();
  }

  private List<JsonNode> rows(String file) {
    Path path = root.resolve(file);
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(path)) {
      return lines.filter(line -> !line.isBlank()).map(CaseFolder::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
