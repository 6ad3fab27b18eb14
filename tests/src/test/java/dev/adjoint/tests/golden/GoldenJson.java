package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/** Readers for the plain values of golden rows. */
final class GoldenJson {

  private GoldenJson() {}

  /** An array of integers. */
  static long[] sizes(JsonNode array) {
    return IntStream.range(0, array.size()).mapToLong(i -> array.get(i).asLong()).toArray();
  }

  /** A number, or the name of a non-finite one. */
  static double floating(JsonNode value) {
    return value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble();
  }

  /** A number or a boolean as an integer. */
  static long integral(JsonNode value) {
    return value.isBoolean() ? (value.asBoolean() ? 1 : 0) : value.asLong();
  }
}
