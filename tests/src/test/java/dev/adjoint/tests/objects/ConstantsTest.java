package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.tests.objects.Constants.Operation;
import dev.adjoint.tests.objects.Constants.Scale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gradients of what the constants of enums run, compared with differences. */
final class ConstantsTest {
  private static final double CLOSE = 1e-9;

  @Test
  void bothModesAgreeWithDifferencesForEachConstant() {
    for (Operation operation : Operation.values()) {
      ConstantsGradCheck.applied(0.7, -1.2, operation);
    }
    for (Scale scale : Scale.values()) {
      ConstantsGradCheck.scaled(0.4, scale);
      ConstantsGradCheck.filled(0.4, new double[] {0.3, 0.8}, scale);
    }
    ConstantsGradCheck.named(new Random(1));
  }

  @Test
  void eachConstantHasTheSlopeOfItsOwnText() {
    assertEquals(1 + 5, ConstantsGrad.appliedBackward(0.7, 2, Operation.PLUS, 1).x(), CLOSE);
    double times = 4 * 0.7 * 2 + 6 * 0.7 * 0.7;
    assertEquals(times, ConstantsGrad.appliedBackward(0.7, 2, Operation.TIMES, 1).x(), CLOSE);
    double[][] hessian = ConstantsGrad.appliedHessian(0.7, 2, Operation.TIMES);
    assertArrayEquals(new double[] {4 * 2 + 12 * 0.7, 4 * 0.7}, hessian[0], CLOSE);
  }

  @Test
  void noConstantIsRefusedAsByTheMethod() {
    assertThrows(NullPointerException.class, () -> ConstantsGrad.appliedValueAndGrad(0.7, 2, null));
  }
}
