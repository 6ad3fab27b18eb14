package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.JavaMember;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of the classes that earlier compilations generated. */
class GeneratedClassesTest {
  private static final String MODEL =
      """
      package lib;
      import dev.adjoint.Differentiable;
      import dev.adjoint.Tensor;
      public class Model {
        @Differentiable public static double energy(double[] x, int n, float k) { return 0; }
        @Differentiable(name = "chosen") public static Tensor named(Tensor x, String s) { return x; }
        @Differentiable public static Tensor several(
            Tensor[] a, java.util.List<Tensor> b, java.util.List<String> c) {
          return a[0];
        }
        @Differentiable public static double some(double x, double y) { return 0; }
        @Differentiable public static void writing(double[] x) {}
        @Differentiable public static double[] returning(double[] x) { return x; }
        @Differentiable public static double ofRecord(Pair p) { return 0; }
        @Differentiable public static double missing(double x) { return 0; }
        public static double plain(double x) { return 0; }
        @Differentiable public double method(double x) { return 0; }
        public record Pair(double a, double b) {}
        public static class Inner {
          @Differentiable public static double deep(double x) { return 0; }
        }
      }
      """;
  private static final String GRADIENTS =
      """
      package lib;
      import dev.adjoint.autograd.GeneratedDerivative;
      import dev.adjoint.Tensor;
      public class ModelGrad {
        public record EnergyGradients(double[] x, float k) {}
        public record EnergyJvp(double value, double tangent) {}
        public record Gradients(Tensor x) {}
        public record OfY(double y) {}
        public record Several(Tensor[] a, java.util.List<Tensor> b) {}
        public static Several severalBackward(
            Tensor[] a, java.util.List<Tensor> b, java.util.List<String> c, Tensor gradOutput) {
          return null;
        }
        public static EnergyGradients energyBackward(double[] x, int n) { return null; }
        public static EnergyGradients energyBackward(double[] x, int n, float k, double gradOutput) {
          return null;
        }
        public static EnergyJvp energyJvp(double[] x, int n, float k, double[] xt, float kt) {
          return null;
        }
        public static Gradients chosenBackward(Tensor x, String s, Tensor gradOutput) { return null; }
        @GeneratedDerivative(wrt = 1)
        public static OfY someBackward(double x, double y, double gradOutput) { return null; }
        @GeneratedDerivative(wrt = 0, writes = 0)
        public static Gradients writingBackward(double[] x, double[] gradX) { return null; }
        @GeneratedDerivative(wrt = 0, returns = 0)
        public static Gradients returningBackward(double[] x, double[] gradOutput) { return null; }
        public static Gradients ofRecordBackward(Model.Pair p, double gradOutput) { return null; }
        public static OfY plainBackward(double x, double gradOutput) { return null; }
        public static OfY methodBackward(double x, double gradOutput) { return null; }
      }
      """;
  private static final String INNER =
      """
      package lib;
      public class Model_InnerGrad {
        public record Deep(double x) {}
        public static Deep deepBackward(double x, double gradOutput) { return null; }
      }
      """;
  private static final JavaSources SOURCES = JavaSources.of(MODEL, GRADIENTS, INNER);

  private final GeneratedClasses classes =
      new GeneratedClasses(SOURCES.elements(), SOURCES.types());

  private GeneratedDerivative of(String name, String... parameters) {
    return classes.of(JavaSources.call("lib.Model", name, parameters)).orElseThrow();
  }

  @Test
  void theBackwardMethodTakesTheCotangentToo() {
    GeneratedDerivative energy = of("energy", "double[]", "int", "float");
    assertEquals(
        "lib.ModelGrad.energyBackward(double[], int, float, double)", energy.backward().key());
    assertEquals(JavaMember.Kind.STATIC_METHOD, energy.backward().kind());
    assertEquals("lib.ModelGrad.EnergyGradients", energy.gradients().javaName());
    assertEquals(List.of(0, 2), energy.wrt());
    assertEquals(
        List.of("lib.ModelGrad.EnergyGradients.x()", "lib.ModelGrad.EnergyGradients.k()"),
        energy.components().stream().map(JavaMember::key).toList());
    assertEquals(JavaMember.Kind.INSTANCE_METHOD, energy.components().getFirst().kind());
  }

  @Test
  void forwardModeIsThereWhereItWasAskedFor() {
    GeneratedDerivative energy = of("energy", "double[]", "int", "float");
    assertEquals(
        "lib.ModelGrad.energyJvp(double[], int, float, double[], float)", energy.tangent().key());
    assertEquals("lib.ModelGrad.EnergyJvp", energy.jvp().javaName());
    assertNull(of("some", "double", "double").tangent());
    assertNull(of("some", "double", "double").jvp());
  }

  @Test
  void itIsFoundByTheNameThatWasChosen() {
    GeneratedDerivative named = of("named", "dev.adjoint.Tensor", "java.lang.String");
    assertEquals("chosenBackward", named.backward().name());
    assertEquals(List.of(0), named.wrt());
  }

  @Test
  void thePositionsOfGradientsAreThoseThatWereNoted() {
    assertEquals(List.of(1), of("some", "double", "double").wrt());
  }

  @Test
  void arraysAndListsOfTensorsHaveGradients() {
    GeneratedDerivative several =
        of("several", "dev.adjoint.Tensor[]", "java.util.List", "java.util.List");
    assertEquals(List.of(0, 1), several.wrt());
  }

  @Test
  void nestedClassesAreNamedForThoseAround() {
    JavaMember deep = JavaSources.call("lib.Model.Inner", "deep", "double");
    assertEquals("lib.Model_InnerGrad", classes.of(deep).orElseThrow().backward().owner());
  }

  @ParameterizedTest
  @ValueSource(strings = {"writing double[]", "returning double[]", "ofRecord lib.Model.Pair"})
  void whatHasEffectsOrTakesRecordsIsLeftOut(String signature) {
    String[] words = signature.split(" ");
    assertTrue(classes.of(JavaSources.call("lib.Model", words[0], words[1])).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "plain", "method", "absent"})
  void whatWasNotGeneratedIsNotThere(String name) {
    JavaMember.Kind kind =
        name.equals("method") ? JavaMember.Kind.INSTANCE_METHOD : JavaMember.Kind.STATIC_METHOD;
    assertTrue(classes.of(JavaSources.member(kind, "lib.Model", name, "double")).isEmpty());
    assertTrue(classes.of(JavaSources.call("lib.Absent", name, "double")).isEmpty());
  }

  @Test
  void effectsAreThoseThatWereNoted() {
    assertEquals(
        new GeneratedEffects(List.of(0), List.of()),
        classes.effects(JavaSources.call("lib.Model", "writing", "double[]")));
    assertEquals(
        new GeneratedEffects(List.of(), List.of(0)),
        classes.effects(JavaSources.call("lib.Model", "returning", "double[]")));
    assertEquals(
        GeneratedEffects.NONE,
        classes.effects(JavaSources.call("lib.Model", "energy", "double[]", "int", "float")));
  }

  @Test
  void eachIsLookedForOnce() {
    assertSame(of("some", "double", "double"), of("some", "double", "double"));
  }
}
