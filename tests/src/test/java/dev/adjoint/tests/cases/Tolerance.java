package dev.adjoint.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;

/** How far a number may be off, relative to the expected one or, below 1, absolutely. */
record Tolerance(double value, double gradient) {

  static Tolerance of(JsonNode json) {
    return new Tolerance(
        json.path("tol").path("value").asDouble(1e-11),
        json.path("tol").path("grad").asDouble(1e-9));
  }

  static boolean isClose(double got, double want, double tolerance) {
    return Double.compare(got, want) == 0
        || Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want));
  }
}
