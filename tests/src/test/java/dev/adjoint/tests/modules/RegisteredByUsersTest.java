package dev.adjoint.tests.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives that users register for methods whose source is not at hand. */
class RegisteredByUsersTest {
  private static final String TABLE =
      """
      package library;
      public final class Table {
        public static double cube(double x, int times) {
          return times * x * x * x;
        }
        public static double norm(double[] v) {
          double sum = 0;
          for (double e : v) {
            sum += e * e;
          }
          return Math.sqrt(sum);
        }
        public static double[] squares(double[] v) {
          double[] w = v.clone();
          for (int i = 0; i < w.length; i++) {
            w[i] *= w[i];
          }
          return w;
        }
        public static double[][] outer(double[] v, double k, int n) {
          double[][] m = new double[n][v.length - 1];
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < v.length - 1; j++) {
              m[i][j] = v[i] * v[j + 1] * k;
            }
          }
          return m;
        }
      }
      """;

  private static final String DERIVATIVES =
      """
      package derivatives;
      import dev.adjoint.DerivativeOf;
      import library.Table;
      public final class TableDerivatives {
        @DerivativeOf(type = Table.class, method = "cube", wrt = "x")
        public static double cubeX(double gradOutput, double x, int times) {
          return gradOutput * times * 3 * x * x;
        }
        @DerivativeOf(type = Table.class, method = "norm", wrt = "v")
        public static double[] normV(double result, double gradOutput, double[] v) {
          double[] gradient = v.clone();
          for (int i = 0; i < v.length; i++) {
            gradient[i] *= gradOutput / result;
          }
          return gradient;
        }
        @DerivativeOf(type = Table.class, method = "squares", wrt = "v")
        public static double[] squaresV(double[] gradOutput, double[] v) {
          double[] gradient = v.clone();
          for (int i = 0; i < v.length; i++) {
            gradient[i] *= 2 * gradOutput[i];
          }
          return gradient;
        }
        @DerivativeOf(type = Table.class, method = "outer", wrt = "v")
        public static double[] outerV(double[][] gradOutput, double[] v, double k, int n) {
          double[] gradient = new double[v.length];
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < v.length - 1; j++) {
              gradient[i] += gradOutput[i][j] * v[j + 1] * k;
              gradient[j + 1] += gradOutput[i][j] * v[i] * k;
            }
          }
          return gradient;
        }
        @DerivativeOf(type = Table.class, method = "outer", wrt = "k")
        public static double outerK(double[][] gradOutput, double[] v, double k, int n) {
          double gradient = 0;
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < v.length - 1; j++) {
              gradient += gradOutput[i][j] * v[i] * v[j + 1];
            }
          }
          return gradient;
        }
      }
      """;

  private static final String MODEL =
      """
      package model;
      import dev.adjoint.*;
      import library.Table;
      public final class Model {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double f(double[] x, double k) {
          double n = Table.norm(x);
          x[0] = n * k;
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += Table.cube(s + k, i) + x[0] * Table.norm(x);
          }
          return s;
        }
      }
      """;

  private static final String ARRAYS =
      """
      package model;
      import dev.adjoint.*;
      import library.Table;
      public final class Arrays {
        @Differentiable
        public static double f(double[] x) {
          double[] y = Table.squares(x);
          x[1] = 3;
          return y[0] * y[1] + x[1] * x[0];
        }
      }
      """;

  private static final String ROWS =
      """
      package model;
      import dev.adjoint.*;
      import library.Table;
      public final class Rows {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double f(double[] v, double k) {
          double[] y = Table.squares(v);
          v[0] *= y[1];
          double sum = 0;
          for (int i = 0; i < 2; i++) {
            double[][] m = Table.outer(v, k * y[0], 2);
            sum += m[0][1] * m[1][0] + m[1][1] * k;
          }
          return sum;
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void areFoundInALibraryThatWasCompiledBefore() throws Exception {
    Compilation compilation = new Compilation(folder);
    Path library = compilation.compiled("library", List.of(), TABLE);
    Path derivatives = compilation.compiled("derivatives", List.of(library), DERIVATIVES);
    Path model = compilation.compiled("model", List.of(library, derivatives), MODEL);
    checkModel(library, derivatives, model);
  }

  @Test
  void areFoundInTheSameCompilation() throws Exception {
    Compilation compilation = new Compilation(folder);
    Path library = compilation.compiled("library", List.of(), TABLE);
    checkModel(library, compilation.compiled("model", List.of(library), DERIVATIVES, MODEL));
  }

  /** Against central differences, and forward mode against reverse. */
  private static void checkModel(Path... classes) throws Exception {
    double[] x = {0.4, -0.9};
    double k = 0.3;
    double[] direction = {0.7, 0.2, -1.1};
    try (GeneratedClass generated = GeneratedClass.load("model.ModelGrad", classes)) {
      Object gradients = generated.call("fBackward", x.clone(), k, 1.0);
      double[] gradX = (double[]) GeneratedClass.component(gradients, "x");
      double gradK = (double) GeneratedClass.component(gradients, "k");
      double along = gradX[0] * direction[0] + gradX[1] * direction[1] + gradK * direction[2];
      Object jvp = generated.call("fJvp", x.clone(), k, new double[] {0.7, 0.2}, -1.1);
      assertEquals(along, (double) GeneratedClass.component(jvp, "tangent"), 1e-12);
      double step = 1e-6;
      double difference =
          (value(generated, x, k, direction, step) - value(generated, x, k, direction, -step))
              / (2 * step);
      assertEquals(difference, along, 1e-7);
    }
  }

  private static double value(
      GeneratedClass generated, double[] x, double k, double[] direction, double step)
      throws Exception {
    double[] moved = {x[0] + step * direction[0], x[1] + step * direction[1]};
    Object both = generated.call("fValueAndGrad", moved, k + step * direction[2]);
    return (double) GeneratedClass.component(both, "value");
  }

  @Test
  void mayReturnArrays() throws Exception {
    Compilation compilation = new Compilation(folder);
    Path library = compilation.compiled("library", List.of(), TABLE);
    Path model = compilation.compiled("model", List.of(library), DERIVATIVES, ARRAYS);
    try (GeneratedClass generated = GeneratedClass.load("model.ArraysGrad", library, model)) {
      Object gradients = generated.call("fBackward", new double[] {0.4, -0.9}, 1.0);
      double[] gradX = (double[]) GeneratedClass.component(gradients, "x");
      assertEquals(2 * 0.4 * 0.81 + 3, gradX[0], 1e-12);
      assertEquals(2 * -0.9 * 0.16, gradX[1], 1e-12);
    }
  }

  @Test
  void tangentsOfArraysAreThoseOfTheGradients() throws Exception {
    Compilation compilation = new Compilation(folder);
    Path library = compilation.compiled("library", List.of(), TABLE);
    Path model = compilation.compiled("model", List.of(library), DERIVATIVES, ROWS);
    try (GeneratedClass generated = GeneratedClass.load("model.RowsGrad", library, model)) {
      double[] v = {0.4, -0.9, 1.2};
      Object gradients = generated.call("fBackward", v.clone(), 0.7, 1.0);
      double[] gradV = (double[]) GeneratedClass.component(gradients, "v");
      double gradK = (double) GeneratedClass.component(gradients, "k");
      double[] directionV = {0.3, -2, 0.5};
      Object jvp = generated.call("fJvp", v.clone(), 0.7, directionV.clone(), 1.5);
      double along = 1.5 * gradK;
      for (int i = 0; i < v.length; i++) {
        along += gradV[i] * directionV[i];
      }
      assertEquals(along, (double) GeneratedClass.component(jvp, "tangent"), 1e-12);
    }
  }

  @Test
  void withoutThemTheCallIsRefused() throws IOException {
    Compilation compilation = new Compilation(folder);
    Path library = compilation.compiled("library", List.of(), TABLE);
    List<String> errors = compilation.errors("model", List.of(library), ARRAYS);
    assertEquals(1, errors.size(), errors.toString());
  }
}
