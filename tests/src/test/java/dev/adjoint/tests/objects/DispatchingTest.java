package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.tests.objects.Dispatching.Model;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Gradients of the methods that really run, compared with differences and forward mode. */
final class DispatchingTest {
  private static final double STEP = 1e-6;
  private static final double CLOSE = 1e-7;

  private static void assertSlopes(
      DoubleBinaryOperator function, double x, double y, double gradX, double gradY) {
    double alongX = function.applyAsDouble(x + STEP, y) - function.applyAsDouble(x - STEP, y);
    double alongY = function.applyAsDouble(x, y + STEP) - function.applyAsDouble(x, y - STEP);
    assertEquals(alongX / (2 * STEP), gradX, CLOSE);
    assertEquals(alongY / (2 * STEP), gradY, CLOSE);
  }

  @Test
  void methodsOfInterfacesAreThoseOfTheObject() {
    var gradients = DispatchingGrad.stepsBackward(0.7, 1.2, 1);
    assertSlopes(Dispatching::steps, 0.7, 1.2, gradients.x(), gradients.y());
    assertEquals(
        2 * gradients.x() - gradients.y(),
        DispatchingGrad.stepsJvp(0.7, 1.2, 2, -1).tangent(),
        CLOSE);
    assertEquals(Dispatching.steps(0.7, 1.2), DispatchingGrad.stepsValueAndGrad(0.7, 1.2).value());
  }

  @Test
  void typeVariablesStandForWhatIsPassed() {
    for (double x : new double[] {0.4, 1.6}) {
      var both = DispatchingGrad.genericValueAndGrad(x, 1);
      assertEquals(Dispatching.generic(x, 1), both.value());
      double slope = Dispatching.generic(x + STEP, 1) - Dispatching.generic(x - STEP, 1);
      assertEquals(slope / (2 * STEP), both.gradients().x(), CLOSE);
      var along = DispatchingGrad.genericJvp(x, 1, 0, 1);
      assertEquals(along.tangent(), both.gradients().y(), CLOSE);
    }
  }

  @Test
  void inheritedMethodsCallWhatTheClassOverrides() {
    var gradients = Dispatching_ModelGrad.lossBackward(new Model(1.3), 0.6, 1);
    assertSlopes((gain, x) -> new Model(gain).loss(x), 1.3, 0.6, gradients.gain(), gradients.x());
    var along = Dispatching_ModelGrad.lossJvp(new Model(1.3), 0.6, 1, 1);
    assertEquals(gradients.gain() + gradients.x(), along.tangent(), CLOSE);
  }

  @Test
  void objectsOfTwoClassesMeetInTheOneAbove() {
    for (double x : new double[] {0.4, 1.6}) {
      var gradients = DispatchingGrad.curvesBackward(x, 0.9, 1);
      assertSlopes(Dispatching::curves, x, 0.9, gradients.x(), gradients.y());
      var along = DispatchingGrad.curvesJvp(x, 0.9, 1, 2);
      assertEquals(gradients.x() + 2 * gradients.y(), along.tangent(), CLOSE);
      assertEquals(Dispatching.curves(x, 0.9), along.value());
    }
  }

  @Test
  void aTypeVariableIsOfWhatItsArgumentsShare() {
    for (double x : new double[] {0.4, 1.6}) {
      var gradients = DispatchingGrad.amountsBackward(x, 0.9, 1);
      assertSlopes(Dispatching::amounts, x, 0.9, gradients.x(), gradients.y());
      var along = DispatchingGrad.amountsJvp(x, 0.9, 1, 2);
      assertEquals(gradients.x() + 2 * gradients.y(), along.tangent(), CLOSE);
      assertEquals(Dispatching.amounts(x, 0.9), along.value());
    }
  }
}
