package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.source.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is outside the language carries its code, the right piece of text, and its data flow. */
class UnsupportedTest {

  private static List<String> findings(String statements) {
    String method =
        """
        private static double[] hidden = {1};
        static final class Carry extends RuntimeException {
          Carry(double value) {}
        }
        @Differentiable
        static double f(double x, double[] a, Object o) {
          %s
        }
        """;
    BoundProgram program = BoundSource.of(method.formatted(statements)).program();
    BoundMethod function = program.functions().values().iterator().next();
    SourceText text = program.declarations().get(function.id()).text();
    return BoundProblems.of(function).stream()
        .map(found -> found.problem().code() + " at " + text.text(found.source()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "try { x = 1; } finally { x = 2; } return x;"
            + "| ADJ0401 at try { x = 1; } finally { x = 2; }",
        "try { throw new Carry(x); } catch (Carry c) { return 1; }" + "| ADJ0402 at new Carry(x)",
        "synchronized (o) { x = 1; } return x; | ADJ0403 at synchronized (o) { x = 1; }",
        "return java.util.concurrent.CompletableFuture.supplyAsync(() -> x).join();"
            + "| ADJ0403 at java.util.concurrent.CompletableFuture.supplyAsync(() -> x).join()",
        "Iterable<Object> all = null; for (Object e : all) x = 1; return x;"
            + "| ADJ0405 at for (Object e : all) x = 1;",
        "Object[] m = new Object[2]; return x; | ADJ0405 at new Object[2]",
        "java.util.function.DoubleConsumer g = v -> a[0] = v; return x;"
            + "| ADJ0501 at v -> a[0] = v",
        "return hidden[0] * x; | ADJ0108 at hidden",
        "class Local<T> {} return x; | ADJ0405 at class Local<T> {}"
      })
  void constructsAreNamedWhereTheyStand(String statements, String finding) {
    assertEquals(List.of(finding), findings(statements));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long l = Double.doubleToLongBits(x); return l; | ADJ0206",
        "String s = \"\" + x; return 1;                 | ADJ0207",
        "String s = String.valueOf(x); return 1;        | ADJ0207",
        "Object d = x; return 1;                        | ADJ0208",
        "Runnable r = (Runnable) o; r.run(); return x;  | ADJ0202"
      })
  void membersSayWhyNoDerivativePasses(String statements, String code) {
    assertEquals(code, findings(statements).getFirst().substring(0, code.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "try { x = a[0]; a[1] = x; } finally {} return x;"
            + "| unsupported ADJ0401[] reads [x, a] writes [x, a];",
        "while (true) { try { break; } finally { x = 1; } }"
            + "| unsupported ADJ0401[] reads [x] writes [x] returns;",
        "try { while (true) { break; } java.util.Arrays.fill(a, x); } finally {} return x;"
            + "| unsupported ADJ0401[] reads [a, x] writes [a];",
        "Runnable r = () -> a[0] = x; r.run(); return x;"
            + "| unsupported<ADJ0501[a] of [r, a] writes [a]>;"
      })
  void readsAndWritesAreKnown(String statements, String line) {
    String method = "@Differentiable static double f(double x, double[] a) {\n%s\n}";
    String body = BoundSource.of(method.formatted(statements)).body("f");
    assertEquals(1, body.lines().filter(text -> text.strip().equals(line)).count(), body);
  }
}
