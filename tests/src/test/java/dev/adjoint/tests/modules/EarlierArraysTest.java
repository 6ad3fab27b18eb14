package dev.adjoint.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a library's differentiable methods do to the arrays and rows that they are given. */
class EarlierArraysTest {
  private static final String LIBRARY =
      """
      package library;
      import dev.adjoint.*;
      public final class Rows {
        @Differentiable public static double[] same(double[] x) {
          return x;
        }
        @Differentiable public static double[] row(double[][] m, int i) {
          return m[i];
        }
        @Differentiable public static double[][] rows(double[][] m) {
          return m.clone();
        }
        @Differentiable public static double halved(double[] x) {
          x[0] *= 0.5;
          return x[0];
        }
        @Differentiable public static double swapped(double[][] m) {
          double[] t = m[0];
          m[0] = m[1];
          m[1] = t;
          return m[0][0];
        }
        @Differentiable public static double replaced(double[][] m, double[] r) {
          m[0] = r;
          return m[0][0];
        }
        @Differentiable public static double squares(double[][] m) {
          double s = 0;
          for (double[] row : m) {
            s += row[0] * row[0];
          }
          return s;
        }
        @Differentiable public static double[] firsts(double[][] m) {
          return new double[] {m[0][0], m[1][0]};
        }
      }
      """;

  /** A method of the caller with the given body. */
  private static String caller(String body) {
    return """
    package caller;
    import dev.adjoint.*;
    import library.Rows;
    public final class Model {
      static double[] inner(double[] x) {
        return x.length > 1 ? Rows.same(x) : x.clone();
      }
      @Differentiable
      public static double f(double[][] m, double[] r) {
        %s
      }
    }
    """
        .formatted(body);
  }

  @TempDir Path folder;

  private Compilation compilation() {
    return new Compilation(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double[] y = Rows.same(r); y[0] = 5; return r[0] * m[0][0];",
        "double[] y = inner(r); y[0] = 5; return r[0] * m[0][0];",
        "double[] y = Rows.same(r); r[0] = 5; return y[0] * m[0][0];",
        "double[] y = Rows.row(m, 0); y[0] = r[0]; return m[0][0];",
        "double[][] y = Rows.rows(m); y[0][0] = r[0]; return m[0][0];",
        "double y = Rows.halved(r); return r[0] * m[0][0];",
        "int y = (int) Rows.halved(r.clone()); return r[0] * m[0][0] * y;",
        "double y = Rows.swapped(m); return m[0][0] * m[0][0] * m[1][0] * r[0];",
        "double y = Rows.replaced(m, r); r[0] = 3; return m[0][0] * m[1][0];",
        "double[] a = m[0]; double y = Rows.swapped(m); a[0] *= 2; return m[1][0] * r[0];",
        "double[] a = m[0]; double y = Rows.halved(a); return m[0][0] * r[0];"
      })
  void arraysThatDoNotStayAsTheyAreAreRefusedAtTheCall(String body) throws IOException {
    Path library = compilation().compiled("library", List.of(), LIBRARY);
    List<String> errors =
        compilation().errors("model", List.of(library), caller(body)).stream()
            .filter(finding -> !finding.startsWith("[ADJ0802]"))
            .toList();
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(errors.getFirst().contains("[ADJ0405] passing an array to "), errors.getFirst());
  }

  @Test
  void namesOfRowsMayBeUsedAroundACallThatLeavesThem() throws Exception {
    String body =
        """
        double[] a = m[0];
        double v = Rows.squares(m);
        a[0] *= v;
        double[] b = Rows.firsts(m);
        b[1] *= r[0];
        a[0] += b[0] * b[1];
        return a[0] * m[0][0] * Rows.squares(m);
        """;
    Path library = compilation().compiled("library", List.of(), LIBRARY);
    Path apart = compilation().compiled("apart", List.of(library), caller(body));
    double[] at = {0.7, -0.4, 1.3};
    try (GeneratedClass generated = GeneratedClass.load("caller.ModelGrad", library, apart)) {
      Object gradients = generated.call("fBackward", matrix(at), new double[] {at[2]}, 1.0);
      double[][] m = (double[][]) GeneratedClass.component(gradients, "m");
      double[] r = (double[]) GeneratedClass.component(gradients, "r");
      double[] found = {m[0][0], m[1][0], r[0]};
      for (int i = 0; i < at.length; i++) {
        double[] up = at.clone();
        double[] down = at.clone();
        up[i] += 1e-6;
        down[i] -= 1e-6;
        assertEquals((value(up) - value(down)) / 2e-6, found[i], 1e-6, "parameter " + i);
      }
    }
  }

  private static double[][] matrix(double[] at) {
    return new double[][] {{at[0]}, {at[1]}};
  }

  /** What the method above comes to, by hand. */
  private static double value(double[] at) {
    double first = at[0] * (at[0] * at[0] + at[1] * at[1]);
    double last = first + first * at[1] * at[2];
    return last * last * (last * last + at[1] * at[1]);
  }
}
