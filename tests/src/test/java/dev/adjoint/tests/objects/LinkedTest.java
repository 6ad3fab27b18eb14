package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Derivatives through objects that recursive methods share, compared with differences, forward mode
 * and Hvp.
 */
final class LinkedTest {
  private static final double STEP = 1e-6;
  private static final double CLOSE = 1e-6;
  private static final List<double[]> POINTS =
      List.of(new double[] {0.7, 1.2}, new double[] {1.3, 0.6}, new double[] {0.9, 0.4});

  private record Pair(double x, double y) {}

  private interface Derivative {
    Pair at(double x, double y);
  }

  private interface Along {
    double tangent(double x, double y, double dx, double dy);
  }

  private interface Product {
    Pair at(double x, double y, double dx, double dy);
  }

  private static void check(DoubleBinaryOperator function, Derivative reverse) {
    for (double[] point : POINTS) {
      double x = point[0];
      double y = point[1];
      Pair gradient = reverse.at(x, y);
      assertClose(slope(t -> function.applyAsDouble(t, y), x), gradient.x());
      assertClose(slope(t -> function.applyAsDouble(x, t), y), gradient.y());
    }
  }

  private static void check(
      DoubleBinaryOperator function, Derivative reverse, Along forward, Product second) {
    check(function, reverse);
    for (double[] point : POINTS) {
      double x = point[0];
      double y = point[1];
      Pair gradient = reverse.at(x, y);
      assertClose(gradient.x() * 0.5 - gradient.y() * 2, forward.tangent(x, y, 0.5, -2));
      Pair product = second.at(x, y, 0.5, -2);
      assertClose(slope(t -> reverse.at(x + 0.5 * t, y - 2 * t).x(), 0), product.x());
      assertClose(slope(t -> reverse.at(x + 0.5 * t, y - 2 * t).y(), 0), product.y());
    }
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, CLOSE * Math.max(1, Math.abs(expected)));
  }

  private static double slope(DoubleUnaryOperator f, double at) {
    return (f.applyAsDouble(at + STEP) - f.applyAsDouble(at - STEP)) / (2 * STEP);
  }

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
