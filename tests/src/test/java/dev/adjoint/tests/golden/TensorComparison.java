package dev.adjoint.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.Tensor;
import java.util.Arrays;

/**
 * Compares a tensor with the recorded one: shape and dtype exactly, floating elements within a
 * tolerance, others exactly.
 *
 * @param tolerance the row's own tolerance, missing for the default of the dtype
 */
record TensorComparison(JsonNode tolerance) {

  void check(String what, Tensor actual, RecordedTensor recorded) throws Mismatch {
    if (!Arrays.equals(actual.shape(), recorded.shape())) {
      throw new Mismatch(
          what
              + " has shape "
              + Arrays.toString(actual.shape())
              + ", recorded "
              + Arrays.toString(recorded.shape()));
    }
    if (actual.dtype() != recorded.dtype()) {
      throw new Mismatch(what + " is " + actual.dtype() + ", recorded " + recorded.dtype());
    }
    if (recorded.isSpecified()) {
      checkElements(what, actual, recorded);
    }
  }

  private void checkElements(String what, Tensor actual, RecordedTensor recorded) throws Mismatch {
    if (recorded.dtype().isFloatingPoint()) {
      checkFloating(what, GoldenTensors.doubles(actual), recorded);
    } else {
      checkIntegral(what, GoldenTensors.longs(actual), recorded);
    }
  }

  private void checkFloating(String what, double[] actual, RecordedTensor recorded)
      throws Mismatch {
    Tolerance allowed = Tolerance.of(tolerance, recorded.dtype().label());
    for (int i = 0; i < actual.length; i++) {
      if (!allowed.accepts(actual[i], recorded.floating(i))) {
        throw new Mismatch(
            what + "[" + i + "] is " + actual[i] + ", recorded " + recorded.floating(i));
      }
    }
  }

  private static void checkIntegral(String what, long[] actual, RecordedTensor recorded)
      throws Mismatch {
    for (int i = 0; i < actual.length; i++) {
      if (actual[i] != recorded.integral(i)) {
        throw new Mismatch(
            what + "[" + i + "] is " + actual[i] + ", recorded " + recorded.integral(i));
      }
    }
  }
}
