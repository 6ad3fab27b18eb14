package dev.adjoint.tests.modules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library's differentiable methods are called through what was generated for the library. */
class EarlierCompilationTest {
  private static final String LIBRARY =
      """
      package library;
      import dev.adjoint.*;
      public final class Energy {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double squares(double[] x, double k, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) {
            s += k * x[i] * x[i];
          }
          return s;
        }
        @Differentiable(wrt = "k", modes = {Mode.REVERSE, Mode.FORWARD})
        public static double partly(double x, double k) {
          return x * k * k;
        }
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double[] scaled(double[] x, double k) {
          double[] y = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            y[i] = Math.sin(k * x[i]);
          }
          return y;
        }
        @Differentiable
        public static double halved(double[] x) {
          x[0] *= 0.5;
          return x[0];
        }
      }
      """;

  private static final String CALLER =
      """
      package caller;
      import dev.adjoint.*;
      import library.Energy;
      public final class Model {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double total(double[] x, double k) {
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += Energy.squares(x, k + i, x.length) * Math.sin(k) + Energy.partly(2.0, s);
            x[i % 2] *= 0.5 * k;
          }
          double[] y = Energy.scaled(x, k);
          return s * y[0] + y[1];
        }
      }
      """;

  private static final String WRITER =
      """
      package caller;
      import dev.adjoint.*;
      public final class Writer {
        @Differentiable
        public static double f(double[] x) {
          return library.Energy.halved(x) * x[0];
        }
      }
      """;

  @TempDir Path folder;

  private Compilation compilation() {
    return new Compilation(folder);
  }

  @Test
  void derivativesAreThoseOfOneCompilation() throws Exception {
    Path library = compilation().compiled("library", List.of(), LIBRARY);
    Path apart = compilation().compiled("apart", List.of(library), CALLER);
    Path together = compilation().compiled("together", List.of(), LIBRARY, CALLER);
    double[] expected = derivatives(together);
    assertArrayEquals(expected, derivatives(library, apart), 1e-12);
    assertEquals(expected[0], expected[1] + 2 * expected[2] - expected[3], 1e-9, "jvp, vjp");
  }

  @Test
  void methodThatWritesIntoItsArgumentIsRefused() throws IOException {
    Path library = compilation().compiled("library", List.of(), LIBRARY);
    List<String> errors = compilation().errors("writer", List.of(library), WRITER);
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(errors.getFirst().startsWith("[ADJ0405]"), errors.getFirst());
  }

  /** The jvp for tangent (1, 2; -1), then the gradient. */
  private static double[] derivatives(Path... classes) throws Exception {
    try (GeneratedClass generated = GeneratedClass.load("caller.ModelGrad", classes)) {
      double[] tangent = {1, 2};
      Object both = generated.call("totalJvp", new double[] {0.3, -0.7}, 1.2, tangent, -1.0);
      Object gradients = generated.call("totalBackward", new double[] {0.3, -0.7}, 1.2, 1.0);
      double[] x = (double[]) GeneratedClass.component(gradients, "x");
      double k = (double) GeneratedClass.component(gradients, "k");
      return new double[] {(double) GeneratedClass.component(both, "tangent"), x[0], x[1], k};
    }
  }
}
