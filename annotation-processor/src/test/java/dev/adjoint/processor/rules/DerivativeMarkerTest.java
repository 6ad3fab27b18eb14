package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells a compilation of the derivatives on its class path. */
class DerivativeMarkerTest {
  private static final JavaSources SOURCES =
      JavaSources.of(
          """
          package lib;
          public class Rules {
            public static double of(double a, int b) { return 0; }
            public static double of(double a) { return 0; }
            public static double none() { return 0; }
            public static double unlisted(double c) { return 0; }
            @dev.adjoint.autograd.RegistersDerivatives(
                type = "lib.Rules",
                methods = {"of(double): gradOutput", "of(double, int): gradOutput, n", "none(): "})
            public static class Marker {}
            @Deprecated public static class Other {}
          }
          """);

  @Test
  void aMarkerIsReadFromItsAnnotation() {
    DerivativeMarker marker = DerivativeMarker.read(SOURCES.type("lib.Rules.Marker"));
    assertEquals(
        new DerivativeMarker(
            "lib.Rules",
            List.of("of(double): gradOutput", "of(double, int): gradOutput, n", "none(): ")),
        marker);
    assertNull(DerivativeMarker.read(SOURCES.type("lib.Rules.Other")));
  }

  @Test
  void itTellsTheNamesOfParametersByTheSignature() {
    DerivativeMarker marker = DerivativeMarker.read(SOURCES.type("lib.Rules.Marker"));
    assertEquals(
        List.of(List.of("gradOutput", "n"), List.of("gradOutput"), List.of(), List.of("c")),
        SOURCES.methods("lib.Rules").stream().map(marker::names).toList());
  }

  @Test
  void itIsMadeOfTheMethodsOfAClass() {
    DerivativeMarker marker =
        DerivativeMarker.of(SOURCES.type("lib.Rules"), SOURCES.methods("lib.Rules"));
    assertEquals("lib.Rules", marker.type());
    assertEquals("lib_Rules", marker.simpleName());
    assertEquals(
        List.of("of(double, int): a, b", "of(double): a", "none(): ", "unlisted(double): c"),
        marker.methods());
  }
}
