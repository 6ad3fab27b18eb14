package dev.adjoint.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A program with known gradients.
 *
 * @param level 1 for what every differentiator has to do, up to 3
 * @param mayReject whether a compile-time error of ours is as good
 * @param java the program: members of a class, among them the static method {@code f}
 * @param wrt names of the parameters that have a gradient
 */
record DerivativeCase(
    String id,
    int level,
    boolean mayReject,
    String java,
    List<String> wrt,
    List<Row> rows,
    Tolerance tolerance) {

  static DerivativeCase of(JsonNode json) {
    return new DerivativeCase(
        json.get("id").asText(),
        json.path("level").asInt(1),
        json.path("may_reject").asBoolean(false),
        json.get("java").asText(),
        StreamSupport.stream(json.get("params").spliterator(), false)
            .filter(parameter -> parameter.get("diff").asBoolean())
            .map(parameter -> parameter.get("name").asText())
            .toList(),
        Row.of(json),
        Tolerance.of(json));
  }
}
