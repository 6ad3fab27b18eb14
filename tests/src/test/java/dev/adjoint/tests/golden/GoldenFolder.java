package dev.adjoint.tests.golden;

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
 * A folder of golden files.
 *
 * @param root the folder that holds {@code ops} and the table files
 * @param isOurCopy whether it is the copy in the test resources
 */
public record GoldenFolder(Path root, boolean isOurCopy) {

  private static final String PROPERTY = "adjoint.golden";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The folder that the system property names, else our copy. */
  public static GoldenFolder configured() {
    return configured(PROPERTY, "/golden");
  }

  /** The folder that a system property names, else a folder of the test resources. */
  static GoldenFolder configured(String property, String resource) {
    String named = System.getProperty(property);
    if (named != null && !named.isBlank()) {
      return new GoldenFolder(Path.of(named), false);
    }
    URL copy = Objects.requireNonNull(GoldenFolder.class.getResource(resource), resource);
    try {
      return new GoldenFolder(Path.of(copy.toURI()), true);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("test resources at " + copy, e);
    }
  }

  /** The rows of one table file; none when the folder does not have it. */
  public List<JsonNode> rows(String file) {
    Path path = root.resolve(file);
    return Files.exists(path) ? rows(path) : List.of();
  }

  /** The rows of every operator, in the order of the file names. */
  Stream<JsonNode> operatorRows() {
    return rowsBelow(root.resolve("ops"));
  }

  /** The rows of all files at the top of the folder, in the order of the file names. */
  Stream<JsonNode> allRows() {
    return rowsBelow(root);
  }

  private static Stream<JsonNode> rowsBelow(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted =
          files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
      return sorted.stream().flatMap(file -> rows(file).stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> rows(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(GoldenFolder::parse).toList();
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
