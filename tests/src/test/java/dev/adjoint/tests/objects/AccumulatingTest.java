package dev.adjoint.tests.objects;

import static dev.adjoint.tests.objects.ComparedDerivatives.assertClose;
import static dev.adjoint.tests.objects.ComparedDerivatives.check;
import static dev.adjoint.tests.objects.ComparedDerivatives.slope;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.tests.objects.ComparedDerivatives.Pair;
import org.junit.jupiter.api.Test;

/** Derivatives through objects that change, compared with differences, forward mode and Hvp. */
final class AccumulatingTest {
  @Test
  void anObjectIsItsFields() {
    check(
        Accumulating::straight,
        (x, y) -> {
          var g = AccumulatingGrad.straightBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.straightJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.straightHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void twoObjectsChangeInALoop() {
    check(
        Accumulating::loop,
        (x, y) -> {
          var g = AccumulatingGrad.loopBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.loopJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.loopHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void whatIsDoneUnderOneNameIsSeenUnderTheOther() {
    check(
        Accumulating::alias,
        (x, y) -> {
          var g = AccumulatingGrad.aliasBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.aliasJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.aliasHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void objectsAreMadeByMethods() {
    check(
        Accumulating::factory,
        (x, y) -> {
          var g = AccumulatingGrad.factoryBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.factoryJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.factoryHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void methodsAreThoseOfTheClassMade() {
    check(
        Accumulating::subclass,
        (x, y) -> {
          var g = AccumulatingGrad.subclassBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.subclassJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.subclassHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void objectsThatNeverChangeReplaceEachOther() {
    check(
        Accumulating::power,
        (x, y) -> {
          var g = AccumulatingGrad.powerBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.powerJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.powerHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void objectsHoldArraysAndObjects() {
    check(
        Accumulating::fields,
        (x, y) -> {
          var g = AccumulatingGrad.fieldsBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.fieldsJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.fieldsHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void anotherObjectTakesThePlaceOnSomePaths() {
    check(
        Accumulating::replaced,
        (x, y) -> {
          var g = AccumulatingGrad.replacedBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.replacedJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.replacedHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void twoObjectsChangePlaces() {
    check(
        Accumulating::swapped,
        (x, y) -> {
          var g = AccumulatingGrad.swappedBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.swappedJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.swappedHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void aVariableStandsForOneObjectOrAnother() {
    check(
        Accumulating::choice,
        (x, y) -> {
          var g = AccumulatingGrad.choiceBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.choiceJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.choiceHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void methodsOfInterfacesAreFound() {
    check(
        Accumulating::dispatch,
        (x, y) -> {
          var g = AccumulatingGrad.dispatchBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.dispatchJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.dispatchHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void aConditionChangesAnObject() {
    check(
        Accumulating::early,
        (x, y) -> {
          var g = AccumulatingGrad.earlyBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.earlyJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.earlyHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void anArrayIsMadeWhenItIsFirstNeeded() {
    check(
        Accumulating::lazy,
        (x, y) -> {
          var g = AccumulatingGrad.lazyBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> AccumulatingGrad.lazyJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = AccumulatingGrad.lazyHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void aConstantFieldPassesNothingOn() {
    assertEquals(3.0, AccumulatingGrad.constantBackward(3, 1).x());
    assertEquals(3.0, AccumulatingGrad.constantJvp(3, 1).tangent());
    assertEquals(12.0, AccumulatingGrad.constantValueAndGrad(3).value());
  }

  @Test
  void arraysOfTheCallerAreWrittenThroughFields() {
    double[] x = {0.7, 1.2};
    var gradient = AccumulatingGrad.inPlaceBackward(x.clone(), 1).x();
    for (int i = 0; i < 2; i++) {
      int at = i;
      double expected = slope(t -> Accumulating.inPlace(with(x, at, t)), x[i]);
      assertClose(expected, gradient[i]);
    }
    double[] written = x.clone();
    Accumulating.inPlace(written);
    double[] same = x.clone();
    AccumulatingGrad.inPlaceJvp(same, new double[] {1, 0});
    assertArrayEquals(written, same);
  }

  private static double[] with(double[] x, int at, double value) {
    double[] changed = x.clone();
    changed[at] = value;
    return changed;
  }
}
