package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Lambdas held by variables and passed to methods; they capture numbers and arrays. */
final class LambdaStatements {
  static final Map<String, String> GENERIC = new LinkedHashMap<>();

  static {
    GENERIC.put(
        "chosen",
        """
        static <T> T chosen(boolean isFirst, T first, T second) {
          T result = second;
          if (isFirst) {
            result = first;
          }
          return result == null ? second : result;
        }
        """);
    GENERIC.put(
        "larger",
        """
        static <T extends Number & Comparable<T>> double larger(T first, T second) {
          return first.compareTo(second) > 0 ? first.doubleValue() : second.doubleValue() * 0.5;
        }
        """);
    GENERIC.put(
        "boxed",
        """
        static Double boxed(Double v, int n) {
          Double t = v;
          for (int i = 0; i < n; i++) {
            t = t * 0.5 + Math.sin(v);
          }
          return n > 2 ? v : t;
        }
        """);
  }

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  LambdaStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment use(int depth) {
    String k = scope.fresh("k");
    String w = scope.fresh("w");
    String f = scope.fresh("f");
    String captured =
        "double %s = %s; double[] %s = %s.clone(); "
            .formatted(k, expressions.bounded(), w, scope.anyArray(random));
    String body = body(scope.fresh("v"), k, w);
    String argument = expressions.bounded();
    return new Line(
        captured
            + switch (random.nextInt(5)) {
              case 0 -> "s += applied(%s, %s);".formatted(body, argument);
              case 1 -> "s -= applied(Math::sin, %s) * %s;".formatted(argument, k);
              case 2 ->
                  "java.util.function.DoubleUnaryOperator %1$s = %2$s; s += %1$s.applyAsDouble(%3$s) * %1$s.applyAsDouble(0.3);"
                      .formatted(f, body, argument);
              case 3 ->
                  "java.util.function.DoubleUnaryOperator %1$s = %2$s; s += applied(%1$s.andThen(Math::sin), %3$s) + %1$s.compose(%1$s).applyAsDouble(%4$s);"
                      .formatted(f, body, argument, k);
              default ->
                  "java.util.function.DoubleUnaryOperator %1$s = %2$s; s += applied(%1$s, %3$s) - %1$s.applyAsDouble(%4$s);"
                      .formatted(f, body, argument, k);
            });
  }

  /** Numbers in boxes, and passed to generic methods. */
  Fragment box(int depth) {
    String d = scope.fresh("d");
    String value = expressions.real(1);
    return new Line(
        switch (random.nextInt(4)) {
          case 0 ->
              "Double %1$s = 1.0 * (%2$s); %1$s *= %3$s; s += chosen(%4$s, %1$s, %3$s);"
                  .formatted(d, value, expressions.bounded(), expressions.condition());
          case 1 ->
              "Double %1$s = 1.0 * (%2$s); if (%3$s) { %1$s = boxed(%1$s, n); } s -= %1$s;"
                  .formatted(d, value, expressions.condition());
          case 2 -> "s += larger(1.0 * (%s), %s);".formatted(value, expressions.bounded());
          default ->
              "java.util.function.UnaryOperator<Double> %1$s = %1$sv -> %1$sv * n - 0.5; s += %1$s.apply(1.0 * (%2$s)) * %1$s.apply(%3$s);"
                  .formatted(d, expressions.bounded(), expressions.bounded());
        });
  }

  private String body(String v, String k, String w) {
    return switch (random.nextInt(4)) {
      case 0 -> "%1$s -> Math.sin(%1$s * %2$s) + %3$s[1]".formatted(v, k, w);
      case 1 -> "%1$s -> %1$s * %3$s[0] * 0.1".formatted(v, k, w);
      case 2 ->
          "%1$s -> { if (%1$s > %2$s) { return %1$s * 0.5; } return Math.cos(%1$s) * %2$s; }"
              .formatted(v, k);
      default ->
          """
          %1$s -> { double z%1$s = %1$s; for (double e%1$s : %2$s) { z%1$s += Math.tanh(e%1$s * %1$s); } \
          return z%1$s; }\
          """
              .formatted(v, w);
    };
  }
}
