package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long methods and deep expressions: differentiated rightly, into methods of a bearable size. */
class LongMethodsTest {
  /** HotSpot compiles no method of more bytes. */
  private static final int LARGEST = 8000;

  private static final Object[] ARGUMENTS = {0.3, 0.7, new double[] {0.2, -0.4, 0.9}};

  @Test
  void aStraightMethodIsCut() {
    check("Straight", lines(400, LongMethodsTest::line));
  }

  @Test
  void theBodyOfALoopIsCut() {
    check(
        "Loop",
        "for (int i = 0; i < a.length; i++) { s += a[i]; " + lines(150, i -> line(i)) + "}");
  }

  @Test
  void theBodyOfALoopOfUnknownLengthIsCut() {
    String lines = lines(120, LongMethodsTest::line);
    check(
        "While",
        "int n = 0; while (n < 3) { n++; if (s > 50) { break; } "
            + lines
            + " if (s < -50) { return t; } }");
  }

  @Test
  void theSidesOfABranchAreCut() {
    String lines = lines(150, LongMethodsTest::line);
    check(
        "Branch",
        "if (x > 5) { throw new IllegalArgumentException(); }"
            + "if (x > 0) {"
            + lines
            + "} else { s = y; if (x < -5) {"
            + lines
            + "throw new IllegalStateException(); } }");
  }

  @Test
  void aSumHasAThousandTerms() {
    check("Sum", "s = x" + lines(1000, i -> " + y * %d.0e-3 * t".formatted(i)) + ";");
  }

  @Test
  void aProductHasAThousandFactors() {
    check(
        "Product",
        "s = x" + lines(1000, i -> " * (1 + y * %de-9 * a[%d])".formatted(i, i % 3)) + ";");
  }

  @Test
  void callsNestAHundredDeep() {
    check("Nest", "s = " + "Math.sin(x + t * ".repeat(100) + "y" + ")".repeat(100) + ";");
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  private static String line(int i) {
    return switch (i % 5) {
      case 0 -> "s = s * 0.5 + Math.sin(t);";
      case 1 -> "double u%1$d = s * t - x; t = Math.tanh(u%1$d * 0.5);".formatted(i);
      case 2 -> "if (t > 0.%d) { s = t * s; } else { t = t * 0.25 + y; }".formatted(i % 10);
      case 3 ->
          "for (int j%1$d = 0; j%1$d < 2; j%1$d++) { s += Math.cos(a[j%1$d] * t); }".formatted(i);
      default -> "a[%d] = Math.sin(s + t);".formatted(i % 3);
    };
  }

  private static void check(String name, String statements) {
    String program =
        "static double f(double x, double y, double[] a) { double s = x; double t = y;\n"
            + statements
            + "\nreturn s * t; }\n";
    ProgramSource source = ProgramSource.of(name, program, List.of());
    CompiledPrograms compiled = ProgramCompiler.compile(List.of(source));
    checkSizes(((MemoryClassLoader) compiled.classes()).classFile(source.qualifiedName() + "Grad"));
    checkGradients(compiled.methods(source));
  }

  private static void checkSizes(byte[] generated) {
    ClassFile.of()
        .parse(generated)
        .methods()
        .forEach(
            method -> {
              int size = method.findAttribute(Attributes.code()).orElseThrow().codeLength();
              assertTrue(size <= LARGEST, () -> method.methodName() + " has " + size + " bytes");
            });
  }

  private static void checkGradients(GeneratedMethods methods) {
    double[] reverse = gradients(methods);
    assertEquals(5, reverse.length);
    for (int i = 0; i < reverse.length; i++) {
      double forward = (double) methods.jvp(arguments(), tangents(i)).get("tangent");
      assertEquals(forward, reverse[i], 1e-10 * (1 + Math.abs(forward)), "direction " + i);
    }
    Object value = methods.valueAndGrad(arguments()).get("value");
    assertEquals(methods.value(arguments()), value);
  }

  private static double[] gradients(GeneratedMethods methods) {
    return methods.backward(arguments(), 1.0).values().stream()
        .flatMapToDouble(Numbers::flat)
        .toArray();
  }

  private static Object[] arguments() {
    return new Object[] {ARGUMENTS[0], ARGUMENTS[1], ((double[]) ARGUMENTS[2]).clone()};
  }

  private static List<Object> tangents(int direction) {
    double[] ofArray = new double[3];
    if (direction >= 2) {
      ofArray[direction - 2] = 1;
    }
    List<Object> tangents = new ArrayList<>();
    tangents.add(direction == 0 ? 1.0 : 0.0);
    tangents.add(direction == 1 ? 1.0 : 0.0);
    tangents.add(ofArray);
    return tangents;
  }
}
