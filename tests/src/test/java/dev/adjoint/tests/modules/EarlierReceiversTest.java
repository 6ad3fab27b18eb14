package dev.adjoint.tests.modules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Differentiable methods of a library's objects are called through what was generated for it. */
class EarlierReceiversTest {
  private static final String LIBRARY =
      """
      package library;
      import dev.adjoint.*;
      public final class Spring {
        public final double k;
        public final double[] bias;
        public Spring(double k, double[] bias) {
          this.k = k;
          this.bias = bias;
        }
        @Differentiable
        public double energy(double x, double[] y) {
          double s = 0;
          for (double b : bias) {
            s += k * b * x * y[0] * y[1];
          }
          return s;
        }
        @Differentiable(wrt = {"x", "y"}, modes = {Mode.REVERSE, Mode.FORWARD})
        public double damping(double x, double[] y) {
          return k * x * x * Math.sin(y[0]);
        }
      }
      """;

  private static final String CALLER =
      """
      package caller;
      import dev.adjoint.*;
      import library.Spring;
      @SuppressWarnings("ADJ0303")
      public final class Model {
        static final Spring SPRING = new Spring(1.5, new double[] {0.4, -0.3});
        @Differentiable
        public static double total(double x, double[] y) {
          double s = x;
          for (int i = 0; i < 3; i++) {
            s += SPRING.energy(s, y) * SPRING.damping(x, y);
            y[i % 2] *= 0.5 * x;
          }
          return s;
        }
        @Differentiable(modes = Mode.FORWARD)
        public static double forward(double x, double[] y) {
          return SPRING.damping(x * x, y) * x;
        }
      }
      """;

  private static final String REFUSED =
      """
      package caller;
      import dev.adjoint.*;
      public final class Model {
        @Differentiable
        public static double f(double k, double x, double[] y) {
          return new library.Spring(k, y).energy(x, y);
        }
      }
      """;

  private static final String OPEN =
      """
      package library;
      import dev.adjoint.*;
      public class Spring {
        @Differentiable
        public double energy(double x, double[] y) {
          return x * y[0];
        }
      }
      """;

  private static final String OF_OPEN =
      """
      package caller;
      import dev.adjoint.*;
      public final class Model {
        @Differentiable
        public static double f(@NoDiff library.Spring spring, double x, double[] y) {
          return spring.energy(x, y);
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
    assertArrayEquals(derivatives(together), derivatives(library, apart), 1e-12);
  }

  private static double[] derivatives(Path... classes) throws Exception {
    try (GeneratedClass generated = GeneratedClass.load("caller.ModelGrad", classes)) {
      Object gradients = generated.call("totalBackward", 0.7, new double[] {0.3, -0.7}, 1.0);
      double[] y = (double[]) GeneratedClass.component(gradients, "y");
      double[] point = {0.3, -0.7};
      Object along = generated.call("forwardJvp", 0.7, point, 1.0, new double[] {2, 1});
      double x = (double) GeneratedClass.component(gradients, "x");
      return new double[] {x, y[0], y[1], (double) GeneratedClass.component(along, "tangent")};
    }
  }

  @Test
  void objectMadeOfDifferentiatedNumbersIsRefused() throws IOException {
    refuses("[ADJ0208]", LIBRARY, REFUSED);
  }

  @Test
  void methodThatAnotherClassMayOverrideIsRefused() throws IOException {
    refuses("[ADJ0202]", OPEN, OF_OPEN);
  }

  @Test
  void objectThatMayChangeIsRefused() throws IOException {
    String changing =
        LIBRARY
            .replace("public final double k", "public double k")
            .replace("@Differentiable", "@SuppressWarnings(\"ADJ0303\") @Differentiable");
    refuses("[ADJ0201]", changing, OF_OPEN);
  }

  @Test
  void fieldsOfAnotherPackageAreRefusedInOneCompilation() throws IOException {
    String hiding = LIBRARY.replace("public final double[] bias", "final double[] bias");
    List<String> errors = compilation().errors("together", List.of(), hiding, OF_OPEN);
    assertTrue(errors.getFirst().contains("keeps bias to its package"), errors.toString());
  }

  private void refuses(String code, String library, String caller) throws IOException {
    Path classes = compilation().compiled("library", List.of(), library);
    List<String> errors = compilation().errors("caller", List.of(classes), caller);
    assertTrue(errors.getFirst().startsWith(code), errors.toString());
    assertEquals(1, errors.stream().filter(error -> error.startsWith(code)).count());
  }
}
