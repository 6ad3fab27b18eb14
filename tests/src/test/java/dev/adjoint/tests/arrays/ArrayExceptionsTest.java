package dev.adjoint.tests.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tests.cases.CompiledPrograms;
import dev.adjoint.tests.cases.ProgramCompiler;
import dev.adjoint.tests.cases.ProgramSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated methods throw what the method itself throws, and change the arrays as far. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrayExceptionsTest {
  private static final List<String> BODIES =
      List.of(
          "double[] b = Arrays.copyOfRange(x, i, k); return b.length * x[0];",
          "double[] b = Arrays.copyOf(x, i); return b.length * x[0];",
          "Arrays.fill(x, i, k, x[0] * x[1]); return x[0] * x[1];",
          "double[] b = new double[3]; System.arraycopy(x, i, b, 1, k); return b[1] * x[0];",
          "System.arraycopy(x, 1, x, i, k); return x[0] * x[1] + x[2];",
          "double[] b = new double[i]; for (double v : b) x[0] *= v + 2; return x[0] + b.length;",
          "x[i] = x[k] * x[0]; return x[0] * x[1];",
          "x[1] = 7 * x[0]; x[i] += x[k]; return x[0] * x[1];",
          "int[] p = {2, 0, 1}; x[p[i]] *= x[p[k]]; return x[0] * x[1] * x[2];",
          "return Arrays.stream(x, i, k).map(v -> v * v).sum();",
          "return Arrays.stream(x).limit(i).skip(k).map(v -> v * v).sum();",
          "return Arrays.stream(x).skip(k).max().getAsDouble() * x[0];",
          "return Arrays.stream(x).limit(i + 2).filter(v -> v > k).min().orElseThrow() * x[0];",
          "return Arrays.stream(x).map(v -> v * x[i]).skip(1).limit(k).sum();",
          "return IntStream.iterate(i, j -> (int) x[j] + 2).limit(2).mapToDouble(j -> x[j]).sum();",
          "Arrays.setAll(x, j -> x[j] * x[i - j + 1]); return x[0] + x[1];");

  private final CompiledPrograms compiled = ProgramCompiler.compile(sources());

  private static List<ProgramSource> sources() {
    return IntStream.range(0, BODIES.size()).mapToObj(ArrayExceptionsTest::source).toList();
  }

  private static ProgramSource source(int number) {
    String text =
        """
        package cases;
        import dev.adjoint.Differentiable;
        import dev.adjoint.Mode;
        import java.util.Arrays;
        import java.util.stream.IntStream;
        public final class A%d {
          @SuppressWarnings({"ADJ0205", "ADJ0204", "ADJ0406"})
          @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
          public static double f(double[] x, int i, int k) {
            %s
          }
        }
        """
            .formatted(number, BODIES.get(number));
    return new ProgramSource("A" + number, text);
  }

  static Stream<Arguments> programs() {
    return IntStream.range(0, BODIES.size()).mapToObj(n -> Arguments.of(n, BODIES.get(n)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("programs")
  void exceptionsAreThoseOfTheMethod(int number, String body) {
    assertEquals(List.of(), compiled.findings(source(number)));
    int thrown = 0;
    for (int i = -2; i < 5; i++) {
      for (int k = -2; k < 5; k++) {
        String expected = outcome("A" + number, "f", i, k);
        assertEquals(expected, outcome("A" + number + "Grad", "fBackward", i, k, 1.0));
        assertEquals(expected, outcome("A" + number + "Grad", "fValueAndGrad", i, k));
        assertEquals(expected, outcome("A" + number + "Grad", "fJvp", i, k, new double[3]));
        thrown += expected.startsWith("[") ? 0 : 1;
      }
    }
    assertTrue(thrown > 0, body);
  }

  /** The exception, or what is in the array afterwards. */
  private String outcome(String owner, String method, int i, int k, Object... rest) {
    double[] x = {1.5, -2, 3};
    List<Object> arguments = new ArrayList<>(List.of(x, i, k));
    arguments.addAll(List.of(rest));
    try {
      method(owner, method).invoke(null, arguments.toArray());
      return Arrays.toString(x);
    } catch (InvocationTargetException e) {
      return e.getCause().getClass().getName();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Method method(String owner, String name) {
    return Arrays.stream(compiled.load("cases." + owner).getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
