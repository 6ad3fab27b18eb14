package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.tests.objects.Shapes.Box;
import dev.adjoint.tests.objects.Shapes.Circle;
import dev.adjoint.tests.objects.Shapes.Constant;
import dev.adjoint.tests.objects.Shapes.Negative;
import dev.adjoint.tests.objects.Shapes.Nothing;
import dev.adjoint.tests.objects.Shapes.Pair;
import dev.adjoint.tests.objects.Shapes.Point;
import dev.adjoint.tests.objects.Shapes.Polygon;
import dev.adjoint.tests.objects.Shapes.Positive;
import dev.adjoint.tests.objects.ShapesGrad.ShapeGradient;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Gradients through sealed types, compared with differences and forward mode. */
final class ShapesTest {
  private static final double STEP = 1e-6;
  private static final double CLOSE = 1e-7;

  private static double slope(DoubleUnaryOperator function, double at) {
    return (function.applyAsDouble(at + STEP) - function.applyAsDouble(at - STEP)) / (2 * STEP);
  }

  @Test
  void theGradientOfAParameterIsOfItsClass() {
    for (double radius : new double[] {0.7, 1.3}) {
      var gradients = ShapesGrad.measureBackward(new Circle(radius), 0.6, 1);
      var circle = assertInstanceOf(ShapeGradient.Circle.class, gradients.shape());
      double expected = slope(r -> Shapes.measure(new Circle(r), 0.6), radius);
      assertEquals(expected, circle.radius(), CLOSE);
      double scale = slope(s -> Shapes.measure(new Circle(radius), s), 0.6);
      assertEquals(scale, gradients.scale(), CLOSE);
      var along = ShapesGrad.measureJvp(new Circle(radius), 0.6, new ShapeGradient.Circle(1), 0);
      assertEquals(expected, along.tangent(), CLOSE);
      assertEquals(Shapes.measure(new Circle(radius), 0.6), along.value());
    }
  }

  @Test
  void localsAreOfOneClassOrAnother() {
    for (double width : new double[] {0.2, 2.5}) {
      var both = ShapesGrad.measureValueAndGrad(new Box(width, 0.9), 0.6);
      assertEquals(Shapes.measure(new Box(width, 0.9), 0.6), both.value());
      var box = assertInstanceOf(ShapeGradient.Box.class, both.gradients().shape());
      assertEquals(slope(w -> Shapes.measure(new Box(w, 0.9), 0.6), width), box.width(), CLOSE);
      assertEquals(slope(h -> Shapes.measure(new Box(width, h), 0.6), 0.9), box.height(), CLOSE);
    }
  }

  @Test
  void arraysInsideHaveGradients() {
    double[] sides = {0.3, 0.8};
    var gradients = ShapesGrad.measureBackward(new Polygon(sides, 2), 0.6, 1);
    var polygon = assertInstanceOf(ShapeGradient.Polygon.class, gradients.shape());
    double[] expected = {
      slope(x -> Shapes.measure(new Polygon(new double[] {x, 0.8}, 2), 0.6), 0.3),
      slope(x -> Shapes.measure(new Polygon(new double[] {0.3, x}, 2), 0.6), 0.8)
    };
    assertArrayEquals(expected, polygon.sides(), CLOSE);
    var nothing = ShapesGrad.measureBackward(Nothing.NOTHING, 0.6, 1);
    assertInstanceOf(ShapeGradient.Nothing.class, nothing.shape());
    assertEquals(slope(s -> Shapes.measure(Nothing.NOTHING, s), 0.6), nothing.scale(), CLOSE);
  }

  @Test
  void nestedPatternsTakeRecordsApart() {
    Pair positive = new Pair(new Point(0.4, 1.5), new Positive(0.8));
    var first = ShapesGrad.energyBackward(positive, new Negative(0.5), 1);
    assertEquals(new Pair(new Point(1.5 * 0.8, 0.4 * 0.8), new Positive(0.4 * 1.5)), first.term());
    assertEquals(new Negative(0), first.charge());
    Pair negative = new Pair(new Point(0.4, 1.5), new Negative(0.8));
    var second = ShapesGrad.energyBackward(negative, new Positive(0.5), 1);
    var pair = assertInstanceOf(Pair.class, second.term());
    double x = slope(v -> energy(new Pair(new Point(v, 1.5), new Negative(0.8)), 0.5), 0.4);
    assertEquals(x, pair.point().x(), CLOSE);
    double amount = slope(v -> energy(new Pair(new Point(0.4, 1.5), new Negative(v)), 0.5), 0.8);
    assertEquals(amount, assertInstanceOf(Negative.class, pair.charge()).amount(), CLOSE);
    var guarded = ShapesGrad.energyBackward(new Constant(2), new Negative(0.5), 1);
    assertEquals(new Constant(-0.25), guarded.term());
    assertEquals(new Negative(-2), guarded.charge());
    var plain = ShapesGrad.energyBackward(new Constant(0.5), new Positive(0.5), 1);
    assertEquals(new Constant(0), plain.term());
    assertEquals(new Positive(1), plain.charge());
  }

  private static double energy(Pair pair, double amount) {
    return Shapes.energy(pair, new Positive(amount));
  }

  @Test
  void aLoopMayCarryAnObjectOfOneClassAfterAnother() {
    for (int count = 0; count < 9; count++) {
      int n = count;
      var gradients = ShapesGrad.walkBackward(new Circle(1.1), 0.7, n, 1);
      var circle = assertInstanceOf(ShapeGradient.Circle.class, gradients.start());
      double scale = Math.max(1, Shapes.walk(new Circle(1.1), 0.7, n));
      assertEquals(
          slope(r -> Shapes.walk(new Circle(r), 0.7, n), 1.1), circle.radius(), CLOSE * scale);
      assertEquals(
          slope(s -> Shapes.walk(new Circle(1.1), s, n), 0.7), gradients.step(), CLOSE * scale);
      var along = ShapesGrad.walkJvp(new Circle(1.1), 0.7, n, new ShapeGradient.Circle(1), 0);
      assertEquals(circle.radius(), along.tangent(), CLOSE * scale);
    }
  }

  @Test
  void aTangentOfAnotherClassIsRefused() {
    assertThrows(
        ClassCastException.class,
        () -> ShapesGrad.measureJvp(new Circle(1), 1, new ShapeGradient.Box(1, 1), 0));
  }

  @Test
  void patternsChooseByWhatIsNotDifferentiated() {
    Object[] others = {"", 1, null, new Circle(3), "text", 2L};
    for (Object other : others) {
      var gradients = ShapesGrad.configuredBackward(0.9, new Circle(1.2), other, 1);
      double expected = slope(x -> Shapes.configured(x, new Circle(1.2), other), 0.9);
      assertEquals(expected, gradients.x(), CLOSE);
    }
  }
}
