package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a floating result may lie from the recorded one.
 *
 * @param relative share of the recorded magnitude
 * @param absolute added to it
 */
record Tolerance(double relative, double absolute) {

  private static final Tolerance DOUBLE = new Tolerance(1e-7, 1e-9);
  private static final Tolerance SINGLE = new Tolerance(1e-4, 1e-5);

  /** The row's own tolerance, else that of the compared tensor's dtype. */
  static Tolerance of(JsonNode override, String dtype) {
    if (override.isObject()) {
      return new Tolerance(override.get("rtol").asDouble(), override.get("atol").asDouble());
    }
    return dtype.equals("float32") ? SINGLE : DOUBLE;
  }

  /** NaN equals NaN, infinities are equal by sign, zeros whatever their sign. */
  boolean accepts(double actual, double recorded) {
    if (Double.isNaN(recorded) || Double.isNaN(actual)) {
      return Double.isNaN(recorded) && Double.isNaN(actual);
    }
    return actual == recorded
        || (Math.abs(actual - recorded) <= absolute + relative * Math.abs(recorded)
            && Double.isFinite(recorded));
  }
}
