package dev.adjoint.tests.objects;

import static dev.adjoint.tests.objects.ComparedDerivatives.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.tests.objects.ComparedDerivatives.Pair;
import org.junit.jupiter.api.Test;

/** Derivatives through objects that hold arrays and tapes. */
final class FramedTest {
  @Test
  void objectsOnATapeHoldArrays() {
    check(
        Framed::onTape,
        (x, y) -> {
          var g = FramedGrad.onTapeBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> FramedGrad.onTapeJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = FramedGrad.onTapeHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void aTapeHoldsArrays() {
    check(
        Framed::ofArrays,
        (x, y) -> {
          var g = FramedGrad.ofArraysBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> FramedGrad.ofArraysJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = FramedGrad.ofArraysHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void recursionHandsOnArraysAndTapesInObjects() {
    check(
        Framed::recursive,
        (x, y) -> {
          var g = FramedGrad.recursiveBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> FramedGrad.recursiveJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = FramedGrad.recursiveHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void whatACallKeepsHasNamesOfItsOwn() {
    check(
        Framed::likeNames,
        (x, y) -> {
          var g = FramedGrad.likeNamesBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> FramedGrad.likeNamesJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = FramedGrad.likeNamesHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void tapesInObjectsHoldObjects() {
    check(
        Framed::nested,
        (x, y) -> {
          var g = FramedGrad.nestedBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> FramedGrad.nestedJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = FramedGrad.nestedHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void recursionHandsOnATape() {
    check(
        Framed::tapeHandedOn,
        (x, y) -> {
          var g = FramedGrad.tapeHandedOnBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> FramedGrad.tapeHandedOnJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = FramedGrad.tapeHandedOnHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void anArrayOfAnObjectMayBeMissing() {
    check(
        Framed::missing,
        (x, y) -> {
          var g = FramedGrad.missingBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> FramedGrad.missingJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = FramedGrad.missingHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void anElementThatAnArrayDoesNotHaveIsNotThere() {
    assertEquals(12, FramedGrad.outsideBackward(2, 0, 1).x());
    for (int at : new int[] {-1, 1}) {
      var own = assertThrows(IndexOutOfBoundsException.class, () -> Framed.outside(2, at));
      var generated =
          assertThrows(IndexOutOfBoundsException.class, () -> FramedGrad.outsideBackward(2, at, 1));
      assertEquals(own.toString(), generated.toString());
    }
  }
}
