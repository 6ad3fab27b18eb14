package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.random.RandomGenerator;

/** Classes and records declared where they are used; they capture numbers and arrays. */
final class LocalStatements {
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  LocalStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment use(int depth) {
    String k = scope.fresh("k");
    String w = scope.fresh("w");
    String captured =
        "double %s = %s; double[] %s = %s.clone(); "
            .formatted(k, expressions.bounded(), w, scope.anyArray(random));
    String declared =
        switch (random.nextInt(4)) {
          case 0 -> record();
          case 1 -> unnamed(k, w);
          default -> counting(k, w);
        };
    return new Line(captured + declared);
  }

  private String record() {
    return """
    record %1$s(double a, double b, int c) { \
    %1$s times(double f) { return new %1$s(a * f, b + c, c + 1); } \
    double all() { return a * b + Math.sin(a) * c; } } \
    %1$s %2$s = new %1$s(%3$s, 0.5, 1); \
    for (int i%2$s = 0; i%2$s < %4$d; i%2$s++) { %2$s = %2$s.times(%5$s); } \
    s += %2$s.all() * 0.1;\
    """
        .formatted(
            scope.fresh("Both"),
            scope.fresh("both"),
            expressions.bounded(),
            random.nextInt(3),
            expressions.bounded());
  }

  private String unnamed(String k, String w) {
    return """
    java.util.function.DoubleUnaryOperator %1$s = new java.util.function.DoubleUnaryOperator() { \
    double last = %2$s; \
    @Override public double applyAsDouble(double v) { \
    last = Math.tanh(last + v * %3$s[1]); return last * %2$s; } }; \
    s += %1$s.applyAsDouble(%4$s) - applied(%1$s, %5$s) * %1$s.applyAsDouble(0.3);\
    """
        .formatted(scope.fresh("f"), k, w, expressions.bounded(), expressions.bounded());
  }

  private String counting(String k, String w) {
    String type = scope.fresh("Count");
    String name = scope.fresh("count");
    String declared =
        """
        class %1$s { double sum = %3$s; int n; \
        double add(double v) { sum += v * %3$s; %4$s[n++ %% 2] = Math.sin(sum + %4$s[0]); \
        return n > 2 ? sum : %4$s[1] * v; } } \
        %1$s %2$s = new %1$s(); \
        """
            .formatted(type, name, k, w);
    return declared
        + switch (random.nextInt(3)) {
          case 0 ->
              "for (int i%1$s = 0; i%1$s < 3; i%1$s++) { s += %1$s.add(%2$s) * 0.3; }"
                  .formatted(name, expressions.bounded());
          case 1 ->
              "if (%3$s) { %1$s.add(%2$s); } s -= %1$s.add(0.5);"
                  .formatted(name, expressions.bounded(), expressions.condition());
          default ->
              "s += %1$s.add(%2$s) * %1$s.sum; %1$s.sum = 0.1; s += %1$s.add(0.2);"
                  .formatted(name, expressions.bounded());
        };
  }
}
