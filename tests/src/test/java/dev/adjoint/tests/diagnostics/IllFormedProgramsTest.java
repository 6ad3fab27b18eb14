package dev.adjoint.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what is not Java the compiler speaks, and nobody else. */
class IllFormedProgramsTest {
  private static final String PROGRAM =
      """
      import dev.adjoint.Differentiable;

      final class Model {
        static void nothing(double x) {}

        static double half(double x) {
          return x / 2;
        }

        @Differentiable
        static double f(double x) {
          %s
        }
      }
      """;

  static Stream<Arguments> bodies() {
    return Stream.of(
            "return x * ;",
            "if (x > 0 { return x; } return 2;",
            "return Math.sni(x);",
            "return x * y;",
            "Missing m = null; return x * m.value();",
            "return half(x, 2);",
            "return half();",
            "if (x) { return 1; } return x;",
            "while (1) { x = x * x; } return x;",
            "int i = x; return i;",
            "String s = x; return x;",
            "break; return x;",
            "return nothing(x);",
            "double d; if (x > 0) { d = x; } return d;",
            "return x; x = 2;",
            "return later(x);")
        .flatMap(
            body -> Arrays.stream(CompilerHost.values()).map(host -> Arguments.of(body, host)));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void onlyTheCompilerSpeaks(String body, CompilerHost host) {
    List<CompilerMessage> messages = host.compile("Model.java", PROGRAM.formatted(body));
    assertNotEquals(List.of(), messages);
    assertEquals(List.of(), messages.stream().filter(CompilerMessage::isOurs).toList());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void inCalleesToo(String body, CompilerHost host) {
    String program =
        PROGRAM.formatted("return g(x);").replace("half", "g").replace("return x / 2;", body);
    List<CompilerMessage> messages = host.compile("Model.java", program);
    assertEquals(List.of(), messages.stream().filter(CompilerMessage::isOurs).toList());
  }
}
