package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a name stands for. */
class NamesTest {

  @Test
  void localsOfOneNameStayApart() {
    String body =
        BoundSource.of(
                """
                static double v = 3;
                @Differentiable
                static double f(double x) {
                  x += v;
                  { double v = 1; x += v; }
                  for (int v = 0; v < 2; v++) x += v;
                  { int v = 2; x += v; }
                  return x + v;
                }
                """)
            .body("f");
    assertEquals(
        """
        (x += Case.v);
        {
          double v = (double) 1;
          (x += v);
        }
        for: for {
          init:
          int v#1 = 0;
          test: (v#1 < 2)
          update: (v#1++)
          body:
          (x += (double) v#1);
        }
        {
          int v#2 = 2;
          (x += (double) v#2);
        }
        return (x + Case.v);
        """,
        body);
  }

  @ParameterizedTest
  @EnumSource
  void importsAreFollowed(CompilerHost host) {
    String unit =
        """
        package app;
        import static java.lang.Math.*;
        import static app.Constants.K;
        import app.Constants.Kind;
        import java.util.*;
        import dev.adjoint.Differentiable;
        class Case extends Base {
          interface Inner { double C = 4; }
          @Differentiable
          static double f(double x, Kind kind, Random random) {
            List<Double> list = new ArrayList<>();
            Entry entry = null;
            return sin(PI) + K + Constants.Kind.ONE.ordinal() + Inner.C + SEED + table.length
                + java.lang.Math.E + Case.Inner.C + app.Constants.K + own(x);
          }
        }
        """;
    String others =
        """
        package app;
        class Constants {
          static final double K = 2;
          enum Kind { ONE }
        }
        class Base {
          static final long SEED = 5;
          static double[] table = {1};
          static class Entry {}
          static double own(double x) { return x; }
        }
        """;
    BoundSource bound =
        BoundSource.ofUnits(host, Map.of("Case.java", unit, "Constants.java", others));
    assertEquals(
        """
        double app.Case.f(double x, app.Constants.Kind kind, java.util.Random random) {
          java.util.List<java.lang.Double> list = new java.util.ArrayList<java.lang.Double>();
          app.Base.Entry entry = null;
          return (((((((((java.lang.Math.sin(3.141592653589793) + 2.0) \
        + (double) app.Constants.Kind.ONE.ordinal()) + 4.0) + (double) 5L) \
        + (double) app.Base.table.length) + 2.718281828459045) + 4.0) + 2.0) \
        + app.Case.own(x));
        }
        """,
        bound.print());
  }

  @Test
  void moduleImportsAreFollowed() {
    BoundSource bound =
        BoundSource.ofUnit(
            CompilerHost.JAVAC,
            "Case.java",
            """
            import module java.base;
            class Case {
              @dev.adjoint.Differentiable
              static double f(double x) { var r = new SplittableRandom(3); return x; }
            }
            """);
    assertEquals(
        """
        java.util.SplittableRandom r = new java.util.SplittableRandom((long) 3);
        return x;
        """,
        bound.body("f"));
  }

  @Test
  void overloadsAreToldApartByTheirParameters() {
    BoundSource bound =
        BoundSource.of(
            """
            static double f(java.util.List<String> a, double x) { return 1; }
            static double f(double[] a, double x) { return 2; }
            static <T> double f(T a, double x) { return 3; }
            @Differentiable
            static double f(double[][] a, double x) { return 4; }
            static double f(double x) { return 5; }
            """);
    assertEquals("return (double) 4;\n", bound.body("f"));
  }
}
