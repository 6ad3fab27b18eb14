package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Derivatives of functions of two numbers, compared with differences and with each other. */
final class ComparedDerivatives {
  private static final double STEP = 1e-6;
  private static final double CLOSE = 1e-6;
  private static final List<double[]> POINTS =
      List.of(new double[] {0.7, 1.2}, new double[] {1.3, 0.6}, new double[] {0.9, 0.4});

  private ComparedDerivatives() {}

  /** What belongs to the two numbers. */
  record Pair(double x, double y) {}

  /** The gradient at a point. */
  interface Derivative {
    Pair at(double x, double y);
  }

  /** The derivative in a direction. */
  interface Along {
    double tangent(double x, double y, double dx, double dy);
  }

  /** The product of the Hessian with a direction. */
  interface Product {
    Pair at(double x, double y, double dx, double dy);
  }

  /** Compares a gradient with differences. */
  static void check(DoubleBinaryOperator function, Derivative reverse) {
    for (double[] point : POINTS) {
      double x = point[0];
      double y = point[1];
      Pair gradient = reverse.at(x, y);
      assertClose(slope(t -> function.applyAsDouble(t, y), x), gradient.x());
      assertClose(slope(t -> function.applyAsDouble(x, t), y), gradient.y());
    }
  }

  /** Compares forward mode with the gradient, and its differences with the second derivatives. */
  static void check(
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

  /** Up to the error of differences. */
  static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, CLOSE * Math.max(1, Math.abs(expected)));
  }

  /** The central difference of a function. */
  static double slope(DoubleUnaryOperator f, double at) {
    return (f.applyAsDouble(at + STEP) - f.applyAsDouble(at - STEP)) / (2 * STEP);
  }
}
