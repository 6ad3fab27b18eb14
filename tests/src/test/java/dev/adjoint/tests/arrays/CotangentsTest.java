package dev.adjoint.tests.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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

  @Test
  void nothingHasBeenWrittenWhenACotangentIsRefused() {
    double[] u = {1, 2};
    assertRefused(() -> RecurrencesGrad.accumulatedBackward(u, 3, u));
    assertRefused(() -> RecurrencesGrad.accumulatedBackward(u, 3, new double[3]));
    assertArrayEquals(new double[] {1, 2}, u);
    double[][] m = {{2}, {3, 4}};
    assertRefused(() -> ShapesGrad.squaredBackward(m, new double[][] {{1}, {1}}));
    assertArrayEquals(new double[] {2}, m[0]);
  }

  @Test
  void rowsOfAnotherLengthAreRefused() {
    double[] x = {1, 2};
    double[] y = {3};
    assertEquals(
        "gradOutput[1] has 2 elements, and the array that it is the cotangent of has 1",
        assertRefused(() -> ShapesGrad.outerBackward(x, y, new double[][] {{1}, {1, 1}})));
    assertEquals(
        "gradOutput has 3 elements, and the array that it is the cotangent of has 2",
        assertRefused(() -> ShapesGrad.outerBackward(x, y, new double[3][1])));
    assertEquals(
        "gradOutput[0] is null, and what it is the cotangent of is an array",
        assertRefused(() -> ShapesGrad.outerBackward(x, y, new double[2][])));
    assertArrayEquals(
        new double[] {3, 6}, ShapesGrad.outerBackward(x, y, new double[][] {{1}, {2}}).x());
    assertEquals(
        "gradOutput[1][2] has 0 elements, and the array that it is the cotangent of has 1",
        assertRefused(
            () ->
                ShapesGrad.cornerBackward(
                    1, 3, new double[][][] {new double[3][1], {{1}, {1}, {}}})));
    double[][][] last = {new double[3][1], new double[3][1]};
    last[0][1][0] = 7;
    assertEquals(7, ShapesGrad.cornerBackward(1, 3, last).x());
  }

  @Test
  void rowsMayBeMissingInBoth() {
    double[][] m = {null, {3}};
    double[][] missing = {null, {1}};
    assertEquals(6, ShapesGrad.squaredBackward(m, missing).m()[1][0]);
    assertEquals(
        "gradM[0] is an array, and what it is the cotangent of is null",
        assertRefused(() -> ShapesGrad.squaredBackward(m, new double[2][1])));
  }

  @Test
  void theShapeOfReplacedRowsIsTheirLast() {
    double[] x = {1, 2};
    assertArrayEquals(
        new double[] {5, 3}, ShapesGrad.replacedBackward(x, new double[][] {{1}, {4, 3}}).x());
    assertEquals(
        "gradOutput[1] has 1 elements, and the array that it is the cotangent of has 2",
        assertRefused(() -> ShapesGrad.replacedBackward(x, new double[2][1])));
  }

  @Test
  void aMethodThatThrowsDoesSoFirst() {
    assertThrows(
        IllegalStateException.class,
        () -> ShapesGrad.positiveBackward(new double[1], new double[2]));
    assertRefused(() -> ShapesGrad.positiveBackward(new double[] {1}, new double[2]));
  }

  private static String assertRefused(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
