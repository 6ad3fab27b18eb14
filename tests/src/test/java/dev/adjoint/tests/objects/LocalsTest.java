package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Gradients through classes declared inside methods, compared with differences. */
final class LocalsTest {
  private static final double CLOSE = 1e-9;

  @Test
  void bothModesAgreeWithDifferences() {
    List<Consumer<RandomGenerator>> checks =
        List.of(
            LocalsGradCheck::records,
            LocalsGradCheck::fields,
            LocalsGradCheck::captured,
            LocalsGradCheck::arrays,
            LocalsGradCheck::unnamed,
            LocalsGradCheck::patterns,
            LocalsGradCheck::names,
            LocalsGradCheck::interfaces);
    for (Consumer<RandomGenerator> check : checks) {
      for (int seed = 0; seed < 5; seed++) {
        check.accept(new Random(seed));
      }
    }
  }

  @Test
  void recordsHaveTheSlopeOfTheirText() {
    // (7 x) (x² + 12 x) + 7 x + 3
    var both = LocalsGrad.recordsValueAndGrad(0.5);
    assertEquals(7 * 0.5 * (0.25 + 6) + 3.5 + 3, both.value(), CLOSE);
    assertEquals(21 * 0.25 + 168 * 0.5 + 7, both.gradients().x(), CLOSE);
    assertEquals(42 * 0.5 + 168, LocalsGrad.recordsHvp(0.5, 1).x(), CLOSE);
    assertThrows(IllegalArgumentException.class, () -> LocalsGrad.recordsBackward(101, 1));
  }

  @Test
  void secondDerivativesGoThroughFields() {
    // s = y + x²; (s + x) x y + (s + x + y) y² + 4 + (s + x + y)
    double x = 0.6;
    double y = -1.1;
    double[][] hessian = LocalsGrad.fieldsHessian(x, y);
    assertEquals(6 * x * y + 2 * y + 2 * y * y + 2, hessian[0][0], CLOSE);
    assertEquals(hessian[0][1], hessian[1][0], CLOSE);
    assertEquals(2 * y + 3 * x * x + 2 * x + 2 * y * (2 * x + 1), hessian[0][1], CLOSE);
  }

  @Test
  void arraysOutsideAreWritten() {
    double[] gradients = LocalsGrad.arraysBackward(0.5, new double[] {0.2}, 1).a();
    // a0 + x + x² is put third, then added to itself
    assertArrayEquals(new double[] {2 * (0.2 + 0.75) * 1.5 + 2}, gradients, CLOSE);
  }

  @Test
  void receiversAroundAreRead() {
    var gradients = LocalsGrad.ofReceiverBackward(new Locals(1.3), 0.7, 1);
    assertEquals(2 * 1.3 * 0.7 + 2 * 1.3, gradients.x(), CLOSE);
  }
}
