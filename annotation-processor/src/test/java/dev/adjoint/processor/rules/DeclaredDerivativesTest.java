package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.diagnostics.Diagnostic;
import dev.adjoint.processor.diagnostics.Diagnostics;
import dev.adjoint.processor.parse.MethodParser;
import dev.adjoint.processor.source.SourceReader;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.junit.jupiter.api.Test;

/** The derivatives that a compilation registers itself. */
class DeclaredDerivativesTest {
  private static final String LIBRARY =
      """
      package lib;
      public class Library {
        public static double of(double x, double y) { return x; }
        public static double other(double x) { return x; }
      }
      """;
  private static final String RULES =
      """
      package app;
      import dev.adjoint.DerivativeOf;
      import lib.Library;
      public class Rules {
        @DerivativeOf(type = Library.class, method = "of", wrt = "x")
        public static double ofX(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "of", wrt = "y")
        public static double ofY(double gradOutput, double x) { return 0; }
        @DerivativeOf(type = Library.class, method = "of", wrt = "y")
        public static double ofYAgain(double gradOutput) { return 0; }
        @DerivativeOf(type = Math.class, method = "sin", wrt = "a")
        public static double known(double gradOutput, double a) { return 0; }
        @DerivativeOf(type = Library.class, method = "other", wrt = "x")
        static double here(double gradOutput) { return 0; }
        public static double plain(double x) { return x; }
      }
      """;
  private static final String FAULTS =
      """
      package app;
      import dev.adjoint.DerivativeOf;
      import lib.Library;
      public class Faults {
        @DerivativeOf(type = double[].class, method = "other", wrt = "x")
        public static double inType(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "absent", wrt = "x")
        public static double inMethod(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "other", parameters = int.class, wrt = "x")
        public static double inParameters(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "other", wrt = "z")
        public static double inOperand(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "other", wrt = "x")
        public static float inResult(double gradOutput) { return 0; }
        @DerivativeOf(type = Library.class, method = "of", wrt = "x")
        public static double inName(double gradOutput, double q) { return 0; }
        @DerivativeOf(type = Library.class, method = "other", wrt = "x")
        public static double inParameter(double gradOutput, float x) { return 0; }
      }
      """;
  private static final JavaSources SOURCES = JavaSources.of(LIBRARY, RULES, FAULTS);

  private final Diagnostics diagnostics = new Diagnostics();
  private final DeclaredDerivatives declared = declared(SOURCES.methods("app.Rules"));

  private DeclaredDerivatives declared(List<ExecutableElement> methods) {
    return DeclaredDerivatives.of(
        methods,
        SOURCES.elements(),
        SOURCES.types(),
        new MethodParser(new SourceReader(SOURCES.elements())),
        diagnostics);
  }

  private List<String> found() {
    return diagnostics.all().stream()
        .map(each -> each.code() + " " + each.arguments() + " at " + text(each))
        .toList();
  }

  private static String text(Diagnostic diagnostic) {
    return diagnostic.text().text(diagnostic.range());
  }

  @Test
  void eachOperandHasOneDerivativeTheFirst() {
    assertEquals(
        List.of("ofX", "ofY", "here"),
        declared.registrations().stream().map(each -> each.product().method().name()).toList());
    assertEquals(
        List.of(
            "ADJ0704 [ofYAgain, is for the same operand as app.Rules.ofY, Remove one of them] at"
                + " ofYAgain",
            "ADJ0704 [known, is for the same operand as the built-in derivative of"
                + " java.lang.Math.sin(double), Remove one of them] at known"),
        found());
    assertEquals(2, declared.declarations().size());
    assertEquals(
        List.of("ofYAgain", "known"),
        declared.declarations().stream()
            .map(each -> each.element().getSimpleName().toString())
            .toList());
  }

  @Test
  void faultsAreReportedWhereTheyAre() {
    assertEquals(List.of(), declared(SOURCES.methods("app.Faults")).registrations());
    List<String> places =
        diagnostics.all().stream()
            .filter(each -> each.text().content().contains("class Faults"))
            .map(DeclaredDerivativesTest::text)
            .toList();
    assertEquals(
        List.of(
            "double[].class", "\"absent\"", "int.class", "\"z\"", "float", "double q", "float x"),
        places);
  }

  @Test
  void theDeclarationsReportedAboutAreFound() {
    assertEquals(
        List.of("ofYAgain", "known"),
        declared.declarations().stream()
            .map(each -> each.text().text(each.range()))
            .map(text -> text.replaceAll("(?s).* (\\w+)\\(double gradOutput.*", "$1"))
            .toList());
  }

  @Test
  void aMethodHasADerivativeWhereItCanBeCalled() {
    ExecutableElement of = SOURCES.method("lib.Library", "of");
    ExecutableElement other = SOURCES.method("lib.Library", "other");
    assertTrue(declared.hasOne(of, "elsewhere"));
    assertTrue(declared.hasOne(other, "app"));
    assertFalse(declared.hasOne(other, "elsewhere"));
    assertFalse(declared.hasOne(SOURCES.method("app.Rules", "plain"), "app"));
  }

  @Test
  void laterCompilationsAreToldOfThePublicOnes() {
    DerivativeMarker marker =
        new DerivativeMarker(
            "app.Rules", List.of("ofX(double): gradOutput", "ofY(double, double): gradOutput, x"));
    assertEquals(List.of(marker), List.copyOf(declared.markers().values()));
    assertEquals(Set.of(SOURCES.type("app.Rules")), declared.markers().keySet());
  }

  @Test
  void whatOnlyThisCompilationCouldUseAndDoesNotIsReported() {
    declared.reportUnused(Set.of());
    assertEquals("ADJ0703 [here, lib.Library.other(double)] at here", found().getLast());
    int before = found().size();
    declared.reportUnused(Set.of("lib.Library.other(double)"));
    assertEquals(before, found().size());
  }
}
