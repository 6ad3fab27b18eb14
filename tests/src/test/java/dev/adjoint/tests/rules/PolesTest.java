package dev.adjoint.tests.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A path that is not taken makes no NaN; one that is taken has the derivative that it has. */
class PolesTest {
  @Test
  void aBranchThatIsNotTakenHasNoInfluence() {
    var gradients = PolesGrad.rootBackward(0, 3, 1);
    assertEquals(0, gradients.x());
    assertEquals(6, gradients.y());
    assertEquals(0, PolesGrad.quotientBackward(0, 0, 1).y());
    assertEquals(6, PolesGrad.quotientBackward(3, 0, 1).x());
    assertEquals(2, PolesGrad.powerBackward(0, 0.5, 1).x());
    assertEquals(0, PolesGrad.powerBackward(0, 0.5, 1).exponent());
    assertEquals(0f, PolesGrad.singleBackward(0, 2, 1).x());
    assertEquals(1f, PolesGrad.singleBackward(0, 2, 1).y());
  }

  @Test
  void norHasOneInALoopOrInAMethod() {
    var gradients = PolesGrad.loopBackward(0, new double[] {1, 2}, 1);
    assertEquals(0, gradients.x());
    assertArrayEquals(new double[] {1, 1}, gradients.a());
    assertEquals(0, PolesGrad.callBackward(1, -2, 1).x());
    assertEquals(-4, PolesGrad.callBackward(1, -2, 1).y());
    assertEquals(1, PolesGrad.carriedBackward(0, 3, 1).x());
    assertEquals(2, PolesGrad.replacedBackward(0, 3, 1).x());
  }

  @Test
  void whatIsUsedKeepsAnInfiniteDerivative() {
    assertEquals(Double.POSITIVE_INFINITY, PolesGrad.loopBackward(0, new double[] {-1}, -1).x());
    assertEquals(Double.POSITIVE_INFINITY, PolesGrad.callBackward(1, 2, 1).x());
  }

  @Test
  void aZeroElsewhereHasItsDerivative() {
    assertEquals(0, PolesGrad.rootBackward(2, 0, 1).x());
    var product = PolesGrad.rootHvp(2, 0, 0, 1);
    assertEquals(1, product.x());
    assertEquals(0, product.y());
  }
}
