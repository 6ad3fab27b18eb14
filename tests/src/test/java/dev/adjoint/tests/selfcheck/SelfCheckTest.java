package dev.adjoint.tests.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.autograd.SelfCheck;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@code check = true} generates. */
class SelfCheckTest {

  @Test
  void acceptsRightDerivatives() {
    CheckedMethodsGradCheck.mixed(new double[] {0.3, -0.2, 1.1}, 0.7f, 2);
    CheckedMethodsGradCheck.products(new double[][] {{1, 2}, {-0.5, 3}}, new double[] {0.3});
    CheckedMethodsGradCheck.kinked(-0.4);
  }

  @Test
  void makesUpInputs() {
    Random random = new Random(7);
    CheckedMethodsGradCheck.mixed(random);
    CheckedMethodsGradCheck.products(random);
    assertThrows(AssertionError.class, () -> CheckedMethodsGradCheck.wrong(random));
  }

  @Test
  void leavesItsArgumentsAsTheyAre() {
    double[] x = {0.3, -0.2};
    CheckedMethodsGradCheck.mixed(x, 0.7f, 2);
    assertEquals(0.3, x[0]);
  }

  @Test
  void comparesNothingAtAKink() {
    CheckedMethodsGradCheck.kinked(0);
  }

  @Test
  void refusesAWrongDerivative() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> CheckedMethodsGradCheck.wrong(0.5));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith("wrong(w): the derivative by number 0 is 0.5"), message);
  }

  @Test
  void refusesWhatIsNotANumber() {
    double[] x = {1, 2};
    assertThrows(AssertionError.class, () -> CheckedMethodsGradCheck.notANumber(x));
  }

  @Test
  void refusesForwardModeThatDisagrees() {
    SelfCheck check = SelfCheck.of("f(x)", new double[] {2}, false);
    check.againstForwardMode(direction -> 2 * direction[0]);
    assertThrows(
        AssertionError.class, () -> check.againstForwardMode(direction -> 2.001 * direction[0]));
  }
}
