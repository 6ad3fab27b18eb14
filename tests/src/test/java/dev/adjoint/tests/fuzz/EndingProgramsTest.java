package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths that never get to their end: both branches throw, or a loop has no way out but a throw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingProgramsTest {
  private static final Signature SIGNATURE =
      new Signature(
          Yield.NUMBER, List.of("double x", "double y", "double[] a", "int n", "Kind kind"));

  private static final List<String> BODIES =
      List.of(
          """
          double s;
          if (n <= 2) {
            s = x * x;
          } else {
            if (n == 3) { throw new IllegalStateException("three"); }
            else { throw new IllegalArgumentException("more"); }
          }
          return s * x + y;
          """,
          """
          return x * switch (kind) {
            case LOW -> y;
            case MID -> x * y;
            default -> {
              if (n > 2) { throw new IllegalStateException(); }
              else if (n == 1) { a[0] = x; throw new ArithmeticException(); }
              else { throw new UnsupportedOperationException(); }
            }
          };
          """,
          """
          double s;
          if (n < 3) {
            s = x * y;
          } else {
            for (;;) {
              n++;
              if (n > 7) { throw new IllegalStateException("n"); }
            }
          }
          return s * x;
          """,
          """
          double s = y;
          if (n > 2) {
            do {
              s *= 2;
              if (Math.abs(s) > 7) { throw new IllegalStateException("large"); }
            } while (true);
          } else {
            s = s * x;
          }
          return s * x;
          """,
          """
          return switch (kind) {
            case LOW -> x * x;
            case MID -> { double t = Math.sin(x); yield t * t * y; }
            case HIGH -> throw new IllegalStateException("high");
          };
          """);

  private final WrittenPrograms programs = new WrittenPrograms(SIGNATURE, BODIES);

  static Stream<Arguments> bodies() {
    return WrittenPrograms.of(BODIES);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void agrees(int number, String body) {
    programs.agrees(number);
  }
}
