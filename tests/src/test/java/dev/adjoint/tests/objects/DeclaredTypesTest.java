package dev.adjoint.tests.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The declared type decides on overloads and tests, the class of the object on what is run. */
class DeclaredTypesTest {
  private static final double X = 0.7;

  @Test
  void aRecordWithoutNumbersIsKnownByItsClass() {
    double[] slopes = Slopes.of(at -> DeclaredTypes.layers(at[0], 3), X);
    var both = DeclaredTypesGrad.layersValueAndGrad(X, 3);
    assertEquals(DeclaredTypes.layers(X, 3), both.value());
    Slopes.assertAre(slopes, both.gradients().x());
    Slopes.assertAre(slopes, DeclaredTypesGrad.layersJvp(X, 3, 1).tangent());
  }

  @Test
  void aStringIsAnObjectWhereItIsDeclaredAsOne() {
    double[] slopes = Slopes.of(at -> DeclaredTypes.texts(at[0], "four"), X);
    var both = DeclaredTypesGrad.textsValueAndGrad(X, "four");
    assertEquals(DeclaredTypes.texts(X, "four"), both.value());
    Slopes.assertAre(slopes, both.gradients().x());
    Slopes.assertAre(slopes, DeclaredTypesGrad.textsJvp(X, "four", 1).tangent());
  }
}
