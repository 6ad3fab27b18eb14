package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check finds what is wrong with derivatives; these ones are written by hand. */
class GradientCheckTest {

  /** Overwrites its first argument, like a program that works in place. */
  static final class Program {
    static double f(double[] x, double k) {
      x[0] = x[0] * k;
      return x[0] * x[1];
    }
  }

  record Gradients(double[] x, double k) {}

  record ValueAndGrad(double value, Gradients gradients) {}

  record Jvp(double value, double tangent) {}

  static final class Right {
    static Gradients fBackward(double[] x, double k, double gradOutput) {
      double x0 = x[0];
      x[0] = x0 * k;
      return new Gradients(
          new double[] {gradOutput * k * x[1], gradOutput * x[0]}, gradOutput * x0 * x[1]);
    }

    static ValueAndGrad fValueAndGrad(double[] x, double k) {
      Gradients gradients = fBackward(x, k, 1);
      return new ValueAndGrad(x[0] * x[1], gradients);
    }

    static Jvp fJvp(double[] x, double k, double[] xTangent, double kTangent) {
      double tangent = xTangent[0] * k * x[1] + kTangent * x[0] * x[1] + x[0] * k * xTangent[1];
      return new Jvp(Program.f(x, k), tangent);
    }
  }

  static final class WrongGradient {
    static Gradients fBackward(double[] x, double k, double gradOutput) {
      Gradients right = Right.fBackward(x, k, gradOutput);
      return new Gradients(right.x(), -right.k());
    }
  }

  static final class TouchesArgument {
    static Gradients fBackward(double[] x, double k, double gradOutput) {
      Gradients right = Right.fBackward(x, k, gradOutput);
      x[1] = 0;
      return right;
    }
  }

  static final class Forgetful {
    private static double calls;

    static Gradients fBackward(double[] x, double k, double gradOutput) {
      Gradients right = Right.fBackward(x, k, gradOutput);
      return new Gradients(right.x(), right.k() + 1e-12 * calls++);
    }
  }

  @Test
  void rightDerivativesPass() {
    GradientCheck check = check(Right.class);
    assertDoesNotThrow(check::reverse);
    assertDoesNotThrow(check::forward);
  }

  @Test
  void wrongGradientIsFound() {
    assertEquals("backward k: got [-10.0], want 10", fault(WrongGradient.class));
  }

  @Test
  void wrongArgumentsAreFound() {
    assertEquals(
        "backward leaves the arguments as [[6.0, 0.0], 3.0], f leaves them as [[6.0, 5.0], 3.0]",
        fault(TouchesArgument.class));
  }

  @Test
  void differentSecondCallIsFound() {
    assertEquals("backward yields something else when called again", fault(Forgetful.class));
  }

  private static String fault(Class<?> generated) {
    return assertThrows(Mismatch.class, () -> check(generated).reverse()).getMessage();
  }

  private static GradientCheck check(Class<?> generated) {
    Row row = row("[[2, 5], 3]", "30", "[[15, 6], 10]");
    GeneratedMethods methods = new GeneratedMethods(Program.class, generated);
    return new GradientCheck(methods, row, new Tolerance(1e-11, 1e-9), List.of("x", "k"));
  }

  private static Row row(String arguments, String value, String gradients) {
    try {
      ObjectMapper json = new ObjectMapper();
      return new Row(
          json.readTree(arguments), null, json.readTree(value), json.readTree(gradients));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
