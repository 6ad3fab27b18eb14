package dev.adjoint.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program: arguments and what has to come out.
 *
 * @param arguments one for each parameter
 * @param seed cotangent of an array result; {@code null} for 1
 * @param value the result
 * @param gradients one for each parameter; a JSON null where none is expected
 */
record Row(JsonNode arguments, @Nullable JsonNode seed, JsonNode value, JsonNode gradients) {

  /** The rows of a case; none where it records no expectations. */
  static List<Row> of(JsonNode json) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < json.path("expected").size(); i++) {
      JsonNode expected = json.get("expected").get(i);
      rows.add(
          new Row(
              json.get("inputs").get(i),
              json.has("seeds") ? json.get("seeds").get(i) : null,
              expected.get("value"),
              expected.get("grad")));
    }
    return rows;
  }
}
