package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Signature.Yield;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams: values to the last bit, and derivatives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamProgramsTest {
  private static final Signature SIGNATURE =
      new Signature(
          Yield.NUMBER, List.of("double x", "double y", "double[] a", "int n", "double[][] m"));

  private static final List<String> BODIES =
      List.of(
              "return DoubleStream.of(a).sum() * x + y;",
              "return DoubleStream.of(x, 1e-3 * y, x * y, 1e3, a[0], -1e3).sum();",
              "return DoubleStream.of(x).map(v -> v * v).sum() + y;",
              "return Arrays.stream(a).map(Math::sin).map(v -> v * x).average().orElse(y);",
              "return Arrays.stream(a, 1, a.length).map(v -> v * x).sum() - y;",
              "return Arrays.stream(a).filter(v -> v > 0.1).map(v -> v * x).sum();",
              "return Arrays.stream(a).filter(v -> v > 0.5).average().orElse(x * y);",
              "return Arrays.stream(a).max().getAsDouble() * Arrays.stream(a).min().orElseThrow();",
              "return Arrays.stream(a).filter(v -> v > 1).max().orElse(Math.exp(x));",
              "return Arrays.stream(a).reduce(x, (p, q) -> p * Math.cos(q) + y);",
              "return Arrays.stream(a).reduce((p, q) -> p * q + x).orElse(y);",
              "return Arrays.stream(a).reduce(1, Math::max) * x;",
              "return IntStream.range(0, a.length).mapToDouble(i -> a[i] * x * i).sum();",
              "return IntStream.rangeClosed(1, n).mapToDouble(i -> Math.pow(x * x + 1, i)).sum();",
              "return LongStream.range(0, n).mapToDouble(i -> x * i + y).sum();",
              "return IntStream.range(n, 2).mapToDouble(i -> x * i).sum() + a.length;",
              "double[] b = DoubleStream.of(a).map(v -> v * x).toArray(); return b[0] * b[1];",
              """
              double[] b = DoubleStream.of(a).map(v -> v * x).filter(v -> v < 1).toArray();
              double t = y;
              for (int i = 0; i < b.length; i++) {
                t += b[i] * i;
              }
              return t * b.length;
              """,
              "return DoubleStream.iterate(x, v -> v * 0.5 + y).limit(n + 1).sum();",
              "return DoubleStream.iterate(x, v -> v < 20, v -> v * v + 2).limit(5).sum();",
              "return DoubleStream.iterate(x, v -> v < 20, v -> v * v + 2).map(v -> v * y).sum();",
              "return DoubleStream.iterate(x, v -> v + 0.7).filter(v -> v > 0).limit(3).sum();",
              "return DoubleStream.iterate(x, v -> v + 0.7).takeWhile(v -> v < 3).sum() + y;",
              "return Arrays.stream(a).skip(1).map(v -> v * x).limit(2).sum();",
              "return Arrays.stream(a).limit(2).skip(1).findFirst().getAsDouble() * x;",
              "return Arrays.stream(a).dropWhile(v -> v < 0.3).map(v -> v * y).sum() * x;",
              "return Arrays.stream(a).filter(v -> v > 0).count() * x;",
              "return Arrays.stream(a).map(v -> v * x).skip(1).count() * y;",
              "return Arrays.stream(a).anyMatch(v -> v > x) ? x * y : a[0];",
              "return Arrays.stream(a).map(v -> v * y).allMatch(v -> v > x) ? x * y : a[0];",
              "return Arrays.stream(a).noneMatch(v -> v > 1.5) && n > 0 ? x * y : a[0] * x;",
              "Arrays.stream(a).forEach(v -> a[0] += v * x); return a[0] * a[1];",
              "IntStream.range(1, a.length).forEach(i -> a[i] += a[i - 1] * x); return a[1] * y;",
              "Arrays.setAll(a, i -> a[a.length - 1 - i] * x + i); return a[0] * a[1];",
              "double[] b = new double[n]; Arrays.setAll(b, i -> x * i); return"
                  + " Arrays.stream(b).sum();",
              """
              int[] p = new int[3];
              Arrays.setAll(p, i -> (i + n) % 2);
              return IntStream.of(p).mapToDouble(i -> a[i] * x).sum();
              """,
              "return Arrays.stream(m).mapToDouble(r -> r[0] * r[1] * x).sum();",
              "return Arrays.stream(m).mapToDouble(r -> Arrays.stream(r).map(v -> v *"
                  + " v).sum()).max().getAsDouble();",
              "return IntStream.range(0, m.length).mapToObj(i -> m[i]).mapToDouble(r -> r[1] *"
                  + " x).sum();",
              "return Arrays.stream(m).filter(r -> r.length > 2).mapToDouble(r -> r[2]).sum() * y;",
              "Arrays.stream(m).forEach(r -> r[0] *= x); return m[0][0] * m[1][0];",
              """
              double t = 0;
              for (int i = 0; i < n; i++) {
                double k = t;
                int j = i;
                t += Arrays.stream(a).map(v -> v * k + x * j).sum() * 0.3;
              }
              return t;
              """,
              "DoubleUnaryOperator f = v -> v * x + y; return"
                  + " Arrays.stream(a).map(f).map(f).sum();",
              "return folded(a, v -> v * x) + folded(a, v -> Math.sin(v) * y);",
              "return nested(a, v -> v * x) + nested(mixed(a, y), v -> Math.sin(v) * y);",
              "return Arrays.stream(a).peek(v -> a[1] += x).sum();",
              "return IntStream.of(n, 2, 3).map(i -> i * i).sum() * x;",
              "return IntStream.range(0, 4).asDoubleStream().map(v -> v * x).sum();",
              "return IntStream.range(0, n).average().orElse(0.5) * x;",
              "return Arrays.stream(a).mapToInt(v -> n).sum() * x;",
              "while (Arrays.stream(a).map(v -> v * v).sum() > 1) { a[0] *= 0.4; a[1] *= 0.5;"
                  + " a[a.length - 1] *= 0.3; if (a.length > 3) a[2] *= 0.2; } return a[0] * x;",
              "return Math.sqrt(DoubleStream.of(a).map(v -> v -"
                  + " DoubleStream.of(a).average().getAsDouble()).map(v -> v * v).sum() / a.length"
                  + " + x * x);")
          .stream()
          .map(StreamProgramsTest::qualified)
          .toList();

  private final WrittenPrograms programs = new WrittenPrograms(SIGNATURE, BODIES);

  private static String qualified(String body) {
    return body.replaceAll("\\b(Double|Int|Long)Stream\\b", "java.util.stream.$1Stream")
        .replaceAll("\\bArrays\\b", "java.util.Arrays")
        .replaceAll("\\bDoubleUnaryOperator\\b", "java.util.function.DoubleUnaryOperator");
  }

  static Stream<Arguments> programs() {
    return WrittenPrograms.of(BODIES);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("programs")
  void agrees(int number, String body) {
    programs.agrees(number);
  }
}
