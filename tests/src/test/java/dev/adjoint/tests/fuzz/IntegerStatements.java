package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.random.RandomGenerator;

/** Statements on integers and truth values: they select elements and branches and are factors. */
final class IntegerStatements {
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  IntegerStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment declaration(int depth) {
    boolean isLong = random.nextInt(3) == 0;
    String name = scope.fresh(isLong ? "l" : "j");
    String initial = expressions.index();
    (isLong ? scope.longs : scope.ints).add(name);
    if (isLong) {
      return new Line("long " + name + " = (" + initial + ") * 3L;");
    }
    scope.indices.add(name);
    return new Line("int " + name + " = " + initial + ";");
  }

  Fragment assignment(int depth) {
    if (!scope.longs.isEmpty() && random.nextInt(3) == 0) {
      String l = ProgramScope.any(scope.longs, random);
      return new Line(l + " = (" + l + " * 31 + " + expressions.index() + ") % 17;");
    }
    if (scope.ints.isEmpty()) {
      return declaration(depth);
    }
    String j = ProgramScope.any(scope.ints, random);
    return new Line(
        switch (random.nextInt(5)) {
          case 0 -> j + " = (" + j + " * 3 + " + expressions.index() + ") % 7;";
          case 1 -> j + " = " + expressions.condition() + " ? " + expressions.index() + " : 1;";
          case 2 -> j + " = " + j + " << 1 & 7;";
          case 3 -> j + " = (" + j + "++ - --" + j + " + " + j + ") / 2;";
          default -> j + (random.nextBoolean() ? "++;" : "--;");
        });
  }

  Fragment flag(int depth) {
    if (scope.booleans.isEmpty() || random.nextBoolean()) {
      String initial = expressions.condition();
      String name = scope.fresh("t");
      scope.booleans.add(name);
      return new Line("boolean " + name + " = " + initial + ";");
    }
    String flag = ProgramScope.any(scope.booleans, random);
    return new Line(
        switch (random.nextInt(4)) {
          case 0 -> flag + " = !" + flag + ";";
          case 1 -> flag + " ^= " + expressions.condition() + ";";
          case 2 -> flag + " = " + flag + " && " + expressions.condition() + ";";
          default -> flag + " |= " + expressions.condition() + ";";
        });
  }
}
