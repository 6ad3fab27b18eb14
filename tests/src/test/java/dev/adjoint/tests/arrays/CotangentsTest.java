package dev.adjoint.tests.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cotangent arrays that do not belong to the result are refused, with both lengths. */
class CotangentsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void aCotangentOfAnotherLengthIsRefused(int length) {
    double[] gradOutput = new double[length];
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> RecurrencesGrad.scaledBackward(new double[2], 3, gradOutput));
    assertEquals(
        "gradOutput has %d elements, and the array that it is the cotangent of has 3"
            .formatted(length),
        refusal.getMessage());
  }

  @Test
  void aCotangentThatTheMethodOverwritesIsRefused() {
    double[] u = {1, 2};
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> RecurrencesGrad.accumulatedBackward(u, 3, u));
    assertEquals(
        "gradU is the same array as u, which the method writes into: pass a copy, clone()",
        refusal.getMessage());
  }

  @Test
  void aCotangentThatIsAnArrayTheMethodOnlyReadsIsTaken() {
    double[] x = {1, 2, 0};
    double[] gradOutput = {1, 2, 0, 0};
    assertEquals(5, RecurrencesGrad.scaledBackward(x, 3, gradOutput).k());
    double[] u = {1, 2, 0};
    assertArrayEquals(
        new double[] {1 + 3 * (2 + 3 * 0), 2, 0},
        RecurrencesGrad.accumulatedBackward(u, 3, new double[] {1, 2, 0}).u());
  }
}
