package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code switch} expressions with statements in their arms, inside larger expressions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwitchProgramsTest {
  private static final Signature SIGNATURE =
      new Signature(
          Yield.NUMBER,
          List.of("double x", "double y", "double[] a", "int n", "Kind kind", "float z"));

  private static final List<String> BODIES =
      List.of(
          """
          double s = y;
          for (int k = 0; k < 4; k++) {
            s += y * switch (k) {
              case 1 -> { double t = x * x; yield t * s; }
              case 2, 3 -> {
                double u = 0;
                for (int i = 0; i < k; i++) { u += x; if (u > 2) { break; } }
                yield Math.sin(u);
              }
              default -> x;
            } + x;
          }
          return s;
          """,
          """
          int i = 0;
          double s = a[i] * switch (n) {
            case 1 -> { i++; a[0] = x * y; yield a[i] * x; }
            default -> { a[1] *= x; yield x; }
          } + a[i] * a[0];
          return s * a[switch (i) { case 1 -> { i = 0; yield 1; } default -> { a[0] = s; yield 0; } }]
              + i * x;
          """,
          """
          double s = x;
          while (switch (n) { case 0, 1 -> { s += 0.3; yield s < 4; } default -> { s += y * y + 0.2; yield s < 5; } }) {
            s += a[0] * a[0] * 0.1;
          }
          return s;
          """,
          """
          if (switch (kind) { case LOW -> { x = x * 2; yield x > 1; } default -> { yield a[0] > 1; } }) {
            return x * y;
          }
          return helper(switch (kind) { case MID -> { double t = x * y; yield t; } default -> x; }, a)
              + x * Math.max(y, switch (n) { case 9 -> throw new IllegalStateException(); default -> { yield a[1]; } });
          """,
          """
          return x + switch (n) {
            case 0, 1 -> {
              double t = x * y;
              yield t + switch (n + 1) { case 1 -> { double w = t * x; yield w; } default -> { yield a[0]; } };
            }
            default -> { yield switch (n) { case 2 -> { x *= 2; yield x; } default -> { yield x * z; } }; }
          };
          """,
          """
          double[] b = a.clone();
          (switch (n) { case 0 -> { double[] t = a.clone(); t[0] *= y; b[0] = t[0] * x; yield b; } default -> { yield b; } })[1] *= x;
          return b[0] * b[1] + (switch (n) { case 2 -> { int k = 1; yield a; } default -> b; })[0];
          """,
          """
          java.util.function.DoubleUnaryOperator f = v -> v * switch (n) { case 1 -> { double q = v * v; yield q; } default -> { yield x; } };
          return f.applyAsDouble(x) + f.applyAsDouble(y * a[0]);
          """,
          """
          var t = switch (n) { case 0 -> { double q = x; yield q; } default -> { yield y * a[0]; } };
          double s = switch (n) { case 0 -> { int q = 16777217; yield q; } default -> z; };
          return t * x + s * y;
          """,
          """
          return y + switch (n) {
            case 0:
              x *= 2;
            case 1:
              x += y;
              yield x * a[0];
            default:
              yield a[1];
          } * x;
          """);

  private final WrittenPrograms programs = new WrittenPrograms(SIGNATURE, BODIES);

  static Stream<Arguments> programs() {
    return WrittenPrograms.of(BODIES);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("programs")
  void agrees(int number, String body) {
    programs.agrees(number);
  }
}
