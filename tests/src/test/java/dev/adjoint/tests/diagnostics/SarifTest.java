package dev.adjoint.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The findings as a file for other tools. */
class SarifTest {
  private static final String PROGRAM =
      """
      import dev.adjoint.Differentiable;

      final class Model {
        @Differentiable
        static double f(double x) {
          String said = "\\\\ \\" \\t"; return (int) (x + said.length());
        }
      }
      """;

  @Test
  void findingHasCodeLevelPlaceAndNote(@TempDir Path folder) throws IOException {
    CompilerHost.JAVAC.compile("Model.java", PROGRAM, "-Aadjoint.report=" + folder);
    JsonNode log = new ObjectMapper().readTree(Files.readString(folder.resolve("adjoint.sarif")));
    assertEquals("2.1.0", log.get("version").asText());
    JsonNode results = log.at("/runs/0/results");
    assertEquals(1, results.size());
    JsonNode result = results.get(0);
    assertEquals("ADJ0203", result.get("ruleId").asText());
    assertEquals("error", result.get("level").asText());
    assertTrue(result.at("/message/text").asText().startsWith("[ADJ0203] the conversion to int"));
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertEquals("Model.java", place.at("/artifactLocation/uri").asText());
    assertEquals(6, place.at("/region/startLine").asInt());
    assertEquals(
        PROGRAM.lines().toList().get(5).indexOf("(int)") + 1,
        place.at("/region/startColumn").asInt());
    assertEquals(
        "required by @Differentiable here", result.at("/relatedLocations/0/message/text").asText());
    assertEquals("ADJ0203", log.at("/runs/0/tool/driver/rules/0/id").asText());
  }
}
