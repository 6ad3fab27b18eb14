package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.List;
import java.util.random.RandomGenerator;

/** Statements on numbers of type {@code double} and on elements of arrays of them. */
final class ScalarStatements {
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  ScalarStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment assignment(int depth) {
    String target = scope.anyReal(random);
    return switch (random.nextInt(6)) {
      case 0 -> new Line(target + " += " + expressions.real(2) + ";");
      case 1 -> new Line(target + " -= " + expressions.real(2) + ";");
      case 2 -> new Line(target + " *= " + expressions.bounded() + ";");
      case 3 -> new Line(target + " /= 1.5 + " + expressions.bounded() + ";");
      case 4 -> new Line(target + (random.nextBoolean() ? "++;" : "--;"));
      default -> new Line(target + " = " + expressions.real(3) + ";");
    };
  }

  Fragment declaration(int depth) {
    String initial = expressions.real(2);
    String name = scope.fresh("r");
    scope.reals.add(name);
    return new Line("double " + name + " = " + initial + ";");
  }

  Fragment elementAssignment(int depth) {
    String place = expressions.element();
    String operator = ProgramScope.any(List.of("=", "+=", "-=", "="), random);
    return new Line(place + " " + operator + " " + expressions.real(2) + ";");
  }

  /** Statements whose parts change what their other parts read. */
  Fragment sideEffects(int depth) {
    String real = scope.anyReal(random);
    String place = expressions.element();
    return new Line(
        switch (random.nextInt(5)) {
          case 0 -> real + " = " + real + "++ * 0.5 + " + "--" + real + ";";
          case 1 -> place + " *= (" + place + " = " + expressions.bounded() + ");";
          case 2 -> place + " += " + expressions.sideEffect() + " - " + place + ";";
          case 3 -> real + " += (" + real + " = " + expressions.real(1) + ") * " + real + " * 0.1;";
          default -> place + (random.nextBoolean() ? "++;" : "--;");
        });
  }

  Fragment arrayDeclaration(int depth) {
    String other = scope.anyArray(random);
    boolean isAlias = random.nextInt(5) == 0 && !other.startsWith("own");
    String initial = isAlias ? other : newArray(other);
    String name = scope.fresh(isAlias && other.startsWith("row") ? "row" : "b");
    scope.arrays.add(name);
    return new Line("double[] " + name + " = " + initial + ";");
  }

  private String newArray(String other) {
    return switch (random.nextInt(6)) {
      case 0 -> "new double[" + (2 + random.nextInt(3)) + "]";
      case 1 -> "{" + expressions.real(1) + ", " + expressions.real(1) + "}";
      case 2 -> "new double[" + other + ".length]";
      case 3 -> "java.util.Arrays.copyOf(" + other + ", " + (2 + random.nextInt(3)) + ")";
      case 4 -> "java.util.Arrays.copyOfRange(" + other + ", 1, " + (3 + random.nextInt(2)) + ")";
      default -> other + ".clone()";
    };
  }
}
