package dev.adjoint.tests.modules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods of libraries that take or return several tensors, in arrays and lists. */
class EarlierTensorsTest {
  private static final String LIBRARY =
      """
      package library;
      import dev.adjoint.*;
      import java.util.*;
      public final class Several {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static Tensor product(Tensor[] all) {
          return all[0].mul(all[1]);
        }
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static Tensor last(List<Tensor> all) {
          return all.get(all.size() - 1);
        }
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static List<Tensor> powers(Tensor x) {
          List<Tensor> powers = new ArrayList<>();
          powers.add(x);
          powers.add(x.mul(x));
          return powers;
        }
        public static double total(Tensor[] all) {
          double sum = 0;
          for (Tensor each : all) {
            sum += ofOne(each);
          }
          return sum;
        }
        public static double ofOne(Tensor x) {
          double sum = 0;
          for (double element : x.toDoubleArray()) {
            sum += element;
          }
          return sum;
        }
        public static double first(List<Tensor> all) {
          return ofOne(all.get(0));
        }
      }
      """;

  private static final String DERIVATIVES =
      """
      package caller;
      import dev.adjoint.*;
      import java.util.*;
      import library.Several;
      public final class Sums {
        @DerivativeOf(type = Several.class, method = "ofOne", wrt = "x")
        public static Tensor ofOneX(double gradOutput, Tensor x) {
          return Tensor.full(x.shape(), gradOutput, DType.FLOAT64);
        }
        @DerivativeOf(type = Several.class, method = "total", wrt = "all")
        public static Tensor[] totalAll(double gradOutput, Tensor[] all) {
          Tensor[] gradients = new Tensor[all.length];
          Arrays.setAll(gradients, i -> ofOneX(gradOutput, all[i]));
          return gradients;
        }
        @DerivativeOf(type = Several.class, method = "first", wrt = "all")
        public static List<Tensor> firstAll(double gradOutput, List<Tensor> all) {
          List<Tensor> gradients = new ArrayList<>(Collections.nCopies(all.size(), null));
          gradients.set(0, ofOneX(gradOutput, all.get(0)));
          return gradients;
        }
      }
      """;

  private static final String CALLER =
      """
      package caller;
      import dev.adjoint.*;
      import java.util.*;
      import library.Several;
      public final class Model {
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double f(Tensor x, Tensor y) {
          List<Tensor> powers = Several.powers(x);
          powers.add(y);
          Tensor[] pair = {powers.get(1), Several.last(powers)};
          Tensor p = Several.product(pair);
          List<Tensor> list = new ArrayList<>();
          list.add(p);
          list.add(x);
          return Several.total(pair) * Several.first(list) + Several.ofOne(y);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void gradientsGoThroughArraysAndLists() throws Exception {
    Compilation compilation = new Compilation(folder);
    Path library = compilation.compiled("library", List.of(), LIBRARY);
    Path caller = compilation.compiled("caller", List.of(library), DERIVATIVES, CALLER);
    Tensor x = Tensor.tensor(new double[] {0.3, -0.8}, DType.FLOAT64);
    Tensor y = Tensor.tensor(new double[] {0.5, 0.9}, DType.FLOAT64);
    try (GeneratedClass generated = GeneratedClass.load("caller.ModelGrad", library, caller)) {
      Object gradients = generated.call("fBackward", x, y, 1.0);
      double[] byX = ((Tensor) GeneratedClass.component(gradients, "x")).toDoubleArray();
      double[] byY = ((Tensor) GeneratedClass.component(gradients, "y")).toDoubleArray();
      // (sum of x^2 + sum of y) * sum of x^2 y + sum of y
      double squares = 0.09 + 0.64;
      double weighted = 0.09 * 0.5 + 0.64 * 0.9;
      double total = squares + 1.4;
      double[] expectedX = {
        2 * 0.3 * (weighted + 0.5 * total), 2 * -0.8 * (weighted + 0.9 * total)
      };
      double[] expectedY = {weighted + 0.09 * total + 1, weighted + 0.64 * total + 1};
      assertArrayEquals(expectedX, byX, 1e-12);
      assertArrayEquals(expectedY, byY, 1e-12);
      Object jvp = generated.call("fJvp", x, y, x, y);
      double tangent = (double) GeneratedClass.component(jvp, "tangent");
      double slope = 0.3 * byX[0] - 0.8 * byX[1] + 0.5 * byY[0] + 0.9 * byY[1];
      assertEquals(slope, tangent, 1e-12);
    }
  }

  private static final String WITH_RESULT =
      """
      package caller;
      import dev.adjoint.*;
      public final class Result {
        static double[] exps(double[] x) {
          return new double[] {Math.exp(x[0]), Math.exp(x[1])};
        }
        @DerivativeOf(type = Result.class, method = "exps", wrt = "x")
        static double[] expsX(double[] gradOutput, double[] result) {
          return new double[] {gradOutput[0] * result[0], gradOutput[1] * result[1]};
        }
        @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
        public static double f(double[] x, int n) {
          double s = 0;
          double[] y = {x[0], x[1]};
          for (int i = 0; i < n; i++) {
            y = exps(y);
            s += y[0] + y[1];
            y[0] = 0.1;
          }
          return s;
        }
      }
      """;

  @Test
  void aDerivativeReadsTheResultAsItWas() throws Exception {
    Path caller = new Compilation(folder).compiled("caller", List.of(), WITH_RESULT);
    try (GeneratedClass generated = GeneratedClass.load("caller.ResultGrad", caller)) {
      Object gradients = generated.call("fBackward", new double[] {0.1, 0.2}, 2, 1.0);
      double second = Math.exp(0.2);
      assertArrayEquals(
          new double[] {Math.exp(0.1), second + Math.exp(second) * second},
          (double[]) GeneratedClass.component(gradients, "x"),
          1e-12);
    }
  }
}
