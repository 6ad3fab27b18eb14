package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.management.ThreadMXBean;
import dev.adjoint.processor.DifferentiableProcessor;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Twice as much source takes the processor about twice as much work, which is counted as the bytes
 * that are allocated: unlike times they hardly differ from run to run.
 */
class LinearEffortTest {
  /** What doubling costs: 2 where the work is linear, 4 where it is quadratic. */
  private static final double MOST = 2.6;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void inTheNumberOfMethods() {
    check(25, n -> join(n, LinearEffortTest::method));
  }

  @Test
  void inTheLengthOfAStraightMethod() {
    check(100, n -> method("f", join(n, LinearEffortTest::assignment)));
  }

  @Test
  void inTheNumberOfLoopsAndBranches() {
    check(40, n -> method("f", join(n, LinearEffortTest::loop)));
  }

  private static void check(int size, IntFunction<String> methods) {
    bytes(methods.apply(size)); // Loads classes.
    long small = bytes(methods.apply(size));
    long middle = bytes(methods.apply(2 * size));
    long large = bytes(methods.apply(4 * size));
    double growth = (double) (large - middle) / (middle - small);
    assertTrue(growth < MOST, () -> "doubling the source took " + growth + " times the work");
  }

  /** What compiling takes: what there is besides the methods costs the same in each compilation. */
  private static long bytes(String methods) {
    String text = "final class Subject {\n" + methods + "}\n";
    long before = THREADS.getTotalThreadAllocatedBytes();
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new DifferentiableProcessor())
            .withOptions("-proc:only")
            .compile(JavaFileObjects.forSourceString("Subject", text));
    long bytes = THREADS.getTotalThreadAllocatedBytes() - before;
    assertEquals(Compilation.Status.SUCCESS, compilation.status());
    return bytes;
  }

  private static String join(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining("\n"));
  }

  private static String method(int i) {
    return method("f" + i, join(10, LinearEffortTest::assignment) + loop(i));
  }

  private static String method(String name, String statements) {
    return """
    @dev.adjoint.Differentiable
    static double %s(double x, double y, double[] a) {
      double s = x;
      double t = y + a[0];
      %s
      return s * t;
    }
    """
        .formatted(name, statements);
  }

  private static String assignment(int i) {
    return switch (i % 4) {
      case 0 -> "s = s * 0.5 + Math.sin(t);";
      case 1 -> "double u%1$d = s * t - x; t = Math.tanh(u%1$d * 0.5);".formatted(i);
      case 2 -> "t += (s - 0.25 * y) / (1 + t * t);";
      default -> "s += a[%d] * Math.exp(-t * t);".formatted(i % 3);
    };
  }

  private static String loop(int i) {
    return switch (i % 3) {
      case 0 ->
          "for (int j%1$d = 0; j%1$d < a.length; j%1$d++) { s += Math.cos(a[j%1$d] * t); }"
              .formatted(i);
      case 1 -> "if (t > 0.%d) { s = t * s; } else { t = t * 0.25 + y; }".formatted(i % 10);
      default ->
          "int n%1$d = 0; while (t > 1 && n%1$d < 9) { t = 0.5 * t + x; n%1$d++; }".formatted(i);
    };
  }
}
