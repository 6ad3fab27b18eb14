package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.diagnostics.Diagnostic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors in the declaration of an annotated method, and what a correct one asks for. */
class SignatureChecksTest {

  private static String describe(Diagnostic diagnostic) {
    return diagnostic.code() + " at " + diagnostic.text().text(diagnostic.range());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Differentiable static native double f(double x);     | ADJ0101 at @Differentiable",
        "@Differentiable static double f(int n) { return n; }  | ADJ0102 at f",
        "@Differentiable static double f(@NoDiff double x) { return x; } | ADJ0102 at f",
        "@Differentiable static double f(Object x) { return 1; } | ADJ0102 at f",
        "@Differentiable static int f(double x) { return 1; }  | ADJ0103 at int",
        "@Differentiable static String f(double x) { return \"\"; } | ADJ0103 at String",
        "@Differentiable static double[][][][] f(double x) { return null; } "
            + "| ADJ0103 at double[][][][]",
        "@Differentiable static void f(double[] x) { x = null; double y = x[0]; } | ",
        "@Differentiable static void f(double x) { x = 1; }    | ADJ0104 at f",
        "@Differentiable static void f(double[] x) { double y = x[0]; } | ADJ0104 at f",
        "@Differentiable(wrt = \"xx\") static double f(double x) { return x; } | ADJ0105 at \"xx\"",
        "@Differentiable(wrt = {\"x\", \"n\"}) static double f(double x, int n) { return x; } "
            + "| ADJ0105 at \"n\"",
        "@Differentiable(wrt = {\"x\", \"x\"}) static double f(double x) { return x; } "
            + "| ADJ0105 at \"x\"",
        "@Differentiable static double f(double x, java.util.List<Double> y) { return x; } "
            + "| ADJ0106 at java.util.List<Double> y",
        "@Differentiable static double f(double x, Double y) { return x; } "
            + "| ADJ0106 at Double y",
        "@Differentiable double f(double x) { return x; } | ",
        "private record P(double a) {} @Differentiable static double f(P p) { return p.a(); } "
            + "| ADJ0108 at P p",
        "record P(double a) { public double a() { return 1; } } "
            + "@Differentiable static double f(P p) { return p.a(); } | ADJ0405 at P p"
      })
  void eachFaultIsReportedWhereItIs(String members, String finding) {
    List<String> expected = finding == null ? List.of() : List.of(finding);
    List<Diagnostic> found = BoundSource.of(members).diagnostics();
    assertEquals(expected, found.stream().map(SignatureChecksTest::describe).toList());
  }

  @ParameterizedTest
  @EnumSource
  void faultsOfOneUnitAreAllReportedAndTheRestIsBound(CompilerHost host) {
    BoundSource bound =
        BoundSource.of(
            host,
            """
            @Differentiable static int a(double x) { return 1; }
            @Differentiable static String b(int n) { return ""; }
            @Differentiable static double c(double x) { return x; }
            @Differentiable static double C(double x) { return x; }
            @Differentiable(name = "other") static double c(float x) { return x; }
            """);
    assertEquals(
        List.of(
            "ADJ0103 at int", "ADJ0103 at String", "ADJ0102 at b", "ADJ0107 at @Differentiable"),
        bound.diagnostics().stream().map(SignatureChecksTest::describe).toList());
    assertEquals(
        List.of("c", "other"),
        bound.program().requests().stream().map(DifferentiableRequest::name).toList());
  }

  @Test
  void misspeltNamesGetASuggestion() {
    String message =
        BoundSource.of(
                """
                @Differentiable(wrt = "raduis")
                static double f(double radius) { return radius; }
                """)
            .diagnostics()
            .getFirst()
            .message();
    assertEquals(
        "[ADJ0105] wrt names 'raduis', which is no parameter of f; did you mean 'radius'?",
        message.lines().findFirst().orElseThrow());
  }

  @Test
  void attributesAreReadWithTheirDefaults() {
    List<DifferentiableRequest> requests =
        BoundSource.of(
                """
                @Differentiable
                static double f(int n, double x, @NoDiff double[] y, float[][] z, Tensor t) {
                  return x;
                }
                @Differentiable(
                    wrt = {"y", "x"},
                    modes = {Mode.FORWARD, Mode.REVERSE},
                    order = 2,
                    check = true,
                    name = "second")
                static double f(double x, double[] y) { return x; }
                """)
            .program()
            .requests();
    DifferentiableRequest first = requests.getFirst();
    assertEquals(List.of(1, 3, 4), first.wrt());
    assertEquals(Set.of(DerivativeMode.REVERSE), first.modes());
    assertEquals("f", first.name());
    DifferentiableRequest second = requests.getLast();
    assertEquals(List.of(0, 1), second.wrt());
    assertEquals(Set.of(DerivativeMode.FORWARD, DerivativeMode.REVERSE), second.modes());
    assertEquals(2, second.order());
    assertEquals("second", second.name());
  }
}
