package dev.adjoint.tests.objects;

import static dev.adjoint.tests.objects.ComparedDerivatives.check;

import dev.adjoint.tests.objects.ComparedDerivatives.Pair;
import org.junit.jupiter.api.Test;

/**
 * Derivatives through objects that recursive methods share, compared with differences, forward mode
 * and Hvp.
 */
final class LinkedTest {
  @Test
  void everyCallHandsOnTheNextObject() {
    check(
        Linked::list,
        (x, y) -> {
          var g = LinkedGrad.listBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> LinkedGrad.listJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = LinkedGrad.listHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void methodsReturnObjectsOrNone() {
    check(
        Linked::tree,
        (x, y) -> {
          var g = LinkedGrad.treeBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> LinkedGrad.treeJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = LinkedGrad.treeHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }

  @Test
  void objectsAreKnownByTheirReferences() {
    check(
        Linked::ring,
        (x, y) -> {
          var g = LinkedGrad.ringBackward(x, y, 1);
          return new Pair(g.x(), g.y());
        },
        (x, y, dx, dy) -> LinkedGrad.ringJvp(x, y, dx, dy).tangent(),
        (x, y, dx, dy) -> {
          var g = LinkedGrad.ringHvp(x, y, dx, dy);
          return new Pair(g.x(), g.y());
        });
  }
}
