package dev.adjoint.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A program that has no derivative, or none that we have to give.
 *
 * @param mustReject whether the right gradient is no way out
 * @param lines where in the program the error may be, 1-based
 * @param rows what it yields if it is differentiated after all
 */
record RejectCase(
    String id,
    boolean mustReject,
    String java,
    List<Integer> lines,
    List<Row> rows,
    Tolerance tolerance) {

  static RejectCase of(JsonNode json) {
    return new RejectCase(
        json.get("id").asText(),
        json.get("mode").asText().equals("reject"),
        json.get("java").asText(),
        StreamSupport.stream(json.get("accept_lines").spliterator(), false)
            .map(JsonNode::asInt)
            .toList(),
        Row.of(json),
        Tolerance.of(json));
  }
}
