package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.random.RandomGenerator;

/** Statements on numbers of type {@code float}, and between them and {@code double}. */
final class FloatStatements {
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  FloatStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment declaration(int depth) {
    if (random.nextInt(4) == 0) {
      String name = scope.fresh("g");
      String initial = expressions.single();
      scope.floatArrays.add(name);
      return new Line("float[] " + name + " = {" + initial + ", 0.5f, 2};");
    }
    String initial = expressions.single();
    String name = scope.fresh("h");
    scope.floats.add(name);
    return new Line("float " + name + " = " + initial + ";");
  }

  Fragment assignment(int depth) {
    String f = ProgramScope.any(scope.floats, random);
    if (!scope.floatArrays.isEmpty() && random.nextInt(3) == 0) {
      String g = ProgramScope.any(scope.floatArrays, random);
      String operator = random.nextBoolean() ? "=" : "+=";
      return new Line(g + "[" + random.nextInt(2) + "] " + operator + " " + f + " * 0.75f;");
    }
    return new Line(
        switch (random.nextInt(5)) {
          case 0 -> f + " += " + expressions.single() + ";";
          case 1 -> f + " *= " + expressions.bounded() + ";";
          case 2 -> f + " = " + expressions.single() + ";";
          case 3 -> scope.anyReal(random) + " += " + f + " * " + expressions.bounded() + ";";
          default -> f + "++;";
        });
  }
}
