package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.List;
import java.util.random.RandomGenerator;

/** Streams of the numbers of an array, of indices, or of numbers made one of the other. */
final class StreamStatements {
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  StreamStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment use(int depth) {
    String k = scope.fresh("k");
    String w = scope.fresh("w");
    String captured =
        "double %s = %s; double[] %s = %s; "
            .formatted(k, expressions.bounded(), w, scope.anyArray(random));
    String numbers = source(k, w) + stage(k) + stage(k);
    String use =
        switch (random.nextInt(7)) {
          case 0 -> "s += 0.3 * %s.sum();".formatted(numbers);
          case 1 -> "s -= %s.average().orElse(%s);".formatted(numbers, k);
          case 2 -> "s += %s.max().orElse(%s);".formatted(numbers, k);
          case 3 ->
              "s += %s.reduce(%s, (left, right) -> 0.5 * left + Math.sin(right));"
                  .formatted(numbers, k);
          case 4 -> "if (%s.anyMatch(v -> v > %s)) { s *= 0.5; }".formatted(numbers, k);
          case 5 ->
              "java.util.Arrays.setAll(%1$s, i -> 0.5 * %1$s[%1$s.length - 1 - i] + %2$s);"
                  .formatted(w, k);
          default ->
              "for (double v%1$s : %2$s.toArray()) { s += v%1$s * %1$s; }".formatted(k, numbers);
        };
    return new Line("{ " + captured + use + " }");
  }

  private String source(String k, String w) {
    return any(
            "java.util.stream.DoubleStream.of(%2$s)",
            "java.util.Arrays.stream(%2$s, 1, %2$s.length)",
            "java.util.stream.IntStream.range(0, %2$s.length).mapToDouble(i -> %2$s[i] * i)",
            "java.util.stream.DoubleStream.iterate(%1$s, v -> 0.5 * v + %2$s[1] * 0.1).limit(3)")
        .formatted(k, w);
  }

  private String stage(String k) {
    return any(
            "",
            ".map(v -> Math.tanh(v) * %1$s)",
            ".map(Math::sin)",
            ".filter(v -> v < %1$s)",
            ".skip(1)",
            ".limit(2)",
            ".takeWhile(v -> v > -1)")
        .formatted(k);
  }

  private String any(String... texts) {
    return List.of(texts).get(random.nextInt(texts.length));
  }
}
