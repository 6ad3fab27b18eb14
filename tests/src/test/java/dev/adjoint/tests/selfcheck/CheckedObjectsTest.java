package dev.adjoint.tests.selfcheck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.autograd.SelfCheck;
import dev.adjoint.tests.selfcheck.CheckedObjects.Chain;
import dev.adjoint.tests.selfcheck.CheckedObjects.Model;
import dev.adjoint.tests.selfcheck.CheckedObjects.Polygon;
import dev.adjoint.tests.selfcheck.CheckedObjects.Ring;
import dev.adjoint.tests.selfcheck.CheckedObjects.Spring;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@code check = true} generates for methods on objects. */
class CheckedObjectsTest {
  private static Chain chain() {
    return new Chain(new Spring(1.3, 0.4f), 3, new double[] {0.7, -0.6}, 0.5);
  }

  @Test
  void acceptsRightDerivativesByComponents() {
    CheckedObjectsGradCheck.energy(chain(), 0.8);
    CheckedObjectsGradCheck.area(0.6, new Ring(0.5, 1.5));
    CheckedObjectsGradCheck.area(0.6, new Polygon(new double[] {0.5, 1.5}, 0.8, 4));
  }

  @Test
  void leavesWhatObjectsHoldAsItIs() {
    Chain chain = chain();
    CheckedObjectsGradCheck.pulled(chain, 0.8);
    assertArrayEquals(chain().weights(), chain.weights());
  }

  @Test
  void acceptsRightDerivativesByFields() {
    CheckedObjects_ModelGradCheck.output(new Model(0.7, 0.4, -1.1), 0.3);
  }

  @Test
  void makesUpRecords() {
    CheckedObjectsGradCheck.energy(new Random(3));
    CheckedObjectsGradCheck.pulled(new Random(3));
  }

  @Test
  void refusesAWrongDerivativeByAField() {
    Model model = new Model(0.7);
    AssertionError error =
        assertThrows(AssertionError.class, () -> CheckedObjects_ModelGradCheck.wrong(model, 0.5));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith("self.wrong(x): the derivative by number 0 is 0.2"), message);
  }

  @Test
  void refusesACopyThatIsAnotherMethod() {
    SelfCheck check = SelfCheck.of("f(p)", new double[] {2}, false);
    check.againstMethod(_ -> 2, _ -> 2);
    assertThrows(AssertionError.class, () -> check.againstMethod(_ -> 2, _ -> 2.1));
  }
}
