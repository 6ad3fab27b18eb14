package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hooks say what the gradient of a number is on its way back. */
class HookTest {
  private static final double EXACT = 1e-15;

  private static Map<String, Object> gradients(String program, Object... arguments) {
    ProgramSource source = ProgramSource.ofWorkspace("Hooked", program);
    GeneratedMethods methods = ProgramCompiler.compile(List.of(source)).methods(source);
    assertEquals(methods.value(arguments), methods.valueAndGrad(arguments).get("value"));
    return methods.backward(arguments, 1.0);
  }

  @Test
  void aHookChangesTheGradientOfItsNumberAlone() {
    var gradients =
        gradients(
            """
            static double f(double x, double y) {
              double h = dev.adjoint.Autograd.onGradient(x * y, g -> Math.min(g, 2));
              return h * 5 + x;
            }
            """,
            3.0,
            4.0);
    assertEquals(2 * 4.0 + 1, (double) gradients.get("x"), EXACT);
    assertEquals(2 * 3.0, (double) gradients.get("y"), EXACT);
  }

  @Test
  void aHookReadsNumbersOfItsIteration() {
    var gradients =
        gradients(
            """
            static double f(double x, int n) {
              double h = x;
              for (int i = 0; i < n; i++) {
                double scale = i + 1;
                h = dev.adjoint.Autograd.onGradient(h, g -> g * scale) * 2;
              }
              return h;
            }
            """,
            3.0,
            3);
    assertEquals(8 * 6.0, (double) gradients.get("x"), EXACT);
  }

  @Test
  void hooksAreCalledOnceInLoopsWithASchedule() {
    var gradients =
        gradients(
            """
            static double f(double x, int n) {
              double h = x;
              for (int i : dev.adjoint.Autograd.checkpoint(n, dev.adjoint.Schedule.revolve(2))) {
                h = dev.adjoint.Autograd.onGradient(h * h, g -> g * 3);
              }
              return h;
            }
            """,
            1.0,
            4);
    assertEquals(16.0 * 81, (double) gradients.get("x"), EXACT);
  }

  @Test
  void aHookIsALambdaAVariableHoldsOrAStaticMethod() {
    var gradients =
        gradients(
            """
            static double f(double x, double y) {
              java.util.function.DoubleUnaryOperator twice = g -> 2 * g;
              return dev.adjoint.Autograd.onGradient(x, twice)
                  + helper(y) * dev.adjoint.Autograd.onGradient(x, Math::abs);
            }
            @dev.adjoint.Checkpoint
            private static double helper(double y) {
              return dev.adjoint.Autograd.onGradient(y, Hooked$::limited) * y;
            }
            private static double limited(double g) {
              if (g > 1) { return 1; }
              return g;
            }
            """
                .replace("Hooked$", "HookedReusing"),
            3.0,
            -4.0);
    assertEquals(2 + 16.0, (double) gradients.get("x"), EXACT);
    assertEquals(-12.0 - 12, (double) gradients.get("y"), EXACT);
  }

  @Test
  void aHookOfAFloatIsOneOfADouble() {
    var gradients =
        gradients(
            """
            static double f(float x) {
              float h = (float) dev.adjoint.Autograd.onGradient(x, g -> -g);
              return h * h;
            }
            """,
            3f);
    assertEquals(-6f, (float) gradients.get("x"), 0f);
  }
}
