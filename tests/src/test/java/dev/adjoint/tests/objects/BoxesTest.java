package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Gradients of what is in boxes, compared with differences, forward mode and by hand. */
final class BoxesTest {
  private static final double[][] POINTS = {{0.6, 1.1}, {1.4, -0.3}, {-0.7, 0.2}};

  @Test
  void numbersInBoxesAreDifferentiated() {
    for (double[] at : POINTS) {
      for (int n = 0; n < 4; n++) {
        int count = n;
        var both = BoxesGrad.mixedValueAndGrad(at[0], at[1], count);
        assertEquals(Boxes.mixed(at[0], at[1], count), both.value());
        double[] slopes = Slopes.of(p -> Boxes.mixed(p[0], p[1], count), at);
        Slopes.assertAre(slopes, both.gradients().x(), both.gradients().y());
        var along = BoxesGrad.mixedJvp(at[0], at[1], count, 2, -1);
        double expected = 2 * both.gradients().x() - both.gradients().y();
        assertEquals(expected, along.tangent(), 1e-9 * Math.max(1, Math.abs(expected)));
      }
    }
  }

  @Test
  void secondDerivativesAreThoseOfTheNumbers() {
    for (double[] at : POINTS) {
      var product = BoxesGrad.mixedHvp(at[0], at[1], 3, 1, 0);
      Slopes.assertAre(
          Slopes.of(p -> BoxesGrad.mixedBackward(p[0], p[1], 3, 1).x(), at),
          product.x(),
          product.y());
    }
  }

  @Test
  void floatsAreDifferentiatedAsFloats() {
    var gradients = BoxesGrad.singleBackward(3, new float[] {1, 2, 0.5f}, 1);
    assertEquals(Boxes.single(3, new float[] {1, 2, 0.5f}), 18f);
    assertEquals(12f, gradients.x());
    assertEquals(9f, gradients.a()[1]);
    assertEquals(0f, gradients.a()[0]);
  }
}
