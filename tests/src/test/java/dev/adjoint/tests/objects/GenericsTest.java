package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.tests.objects.Generics.Checked;
import dev.adjoint.tests.objects.Generics.Layer;
import dev.adjoint.tests.objects.Generics.Point;
import dev.adjoint.tests.objects.Generics.Tagged;
import dev.adjoint.tests.objects.Generics.Vector;
import org.junit.jupiter.api.Test;

/** Gradients in generic classes and in records with members of their own, against differences. */
final class GenericsTest {
  private static Layer<Integer, String> layer(double[] p) {
    return new Layer<>(p[1], new double[] {p[2], p[3]}, 3, "a", new Point(p[4], p[5]));
  }

  @Test
  void genericClassesHaveGradientsOfTheirFields() {
    double[] at = {0.7, 1.2, 0.4, -0.3, 0.9, 0.02};
    double[] slopes = Slopes.of(p -> layer(p).apply(p[0], 2), at);
    var g = Generics_LayerGrad.applyBackward(layer(at), at[0], 2, 1);
    Slopes.assertAre(
        slopes, g.x(), g.weight(), g.bias()[0], g.bias()[1], g.offset().x(), g.offset().y());
    double[] bias = {0, 2};
    var along = Generics_LayerGrad.applyJvp(layer(at), at[0], 2, 1, bias, new Point(0, 1), -1);
    double expected = slopes[1] + 2 * slopes[3] + slopes[5] - slopes[0];
    assertEquals(expected, along.tangent(), 1e-5);
  }

  @Test
  void genericRecordsHaveGradientsOfTheirNumbers() {
    var gradients = Generics_TaggedGrad.energyBackward(new Tagged<>(5, 0.5), 3, 1);
    assertEquals(45, gradients.k());
    assertEquals(15, gradients.x());
  }

  @Test
  void constructorsOfGenericRecordsRun() {
    double[] at = {0.6, 1.1, 0.8, -0.4, 0.3};
    double[] slopes =
        Slopes.of(
            p -> Generics.checked(p[0], p[1], 2, new Checked<>(p[2], new Point(p[3], p[4]))), at);
    Checked<Double, Point> given = new Checked<>(at[2], new Point(at[3], at[4]));
    var g = GenericsGrad.checkedBackward(at[0], at[1], 2, given, 1);
    double[] found = {
      g.x(), g.y(), g.given().first(), g.given().second().x(), g.given().second().y()
    };
    Slopes.assertAre(slopes, found);
    assertThrows(
        IllegalStateException.class, () -> GenericsGrad.checkedBackward(1, 1, 4, given, 1));
  }

  @Test
  void accessorsMayCopyArrays() {
    double[] at = {0.6, 1.1, 0.8, -0.4};
    double[] slopes =
        Slopes.of(p -> Generics.copied(new Vector(new double[] {p[0], p[1]}, p[2]), p[3]), at);
    Vector vector = new Vector(new double[] {0.6, 1.1}, 0.8);
    var g = GenericsGrad.copiedBackward(vector, at[3], 1);
    Slopes.assertAre(
        slopes, g.vector().elements()[0], g.vector().elements()[1], g.vector().scale(), g.x());
    assertArrayEquals(new double[] {0.6, 1.1}, vector.elements());
  }
}
