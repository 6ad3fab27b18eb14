package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import dev.adjoint.tests.fuzz.ProgramScope.Matrix;
import java.util.List;
import java.util.random.RandomGenerator;

/** Statements on arrays of rank 3, which have two planes of two rows of two elements at least. */
final class CubeStatements {
  private final RandomProgram program;
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  CubeStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment statement(int depth) {
    if (scope.cubes.isEmpty() || random.nextInt(8) == 0) {
      String name = scope.fresh("d");
      String value = expressions.real(1);
      scope.cubes.add(name);
      return new Line(
          random.nextInt(3) == 0
              ? "double[][][] %1$s = {{{%2$s, 1}, {2, %2$s, 3}}, {{1, 2}, {%2$s, 0}, {3, 4}}};"
                  .formatted(name, value)
              : "double[][][] " + name + " = new double[2][3][2];");
    }
    String cube = ProgramScope.any(scope.cubes, random);
    String place = element(cube);
    return switch (random.nextInt(5)) {
      case 0 -> new Line("s += " + place + " * " + expressions.bounded() + ";");
      case 1 -> new Line(place + " += " + element(cube) + " * " + expressions.real(1) + ";");
      case 2 -> plane(cube);
      case 3 -> row(cube);
      default -> new Line(place + " = " + expressions.real(2) + ";");
    };
  }

  private Fragment plane(String cube) {
    String name = scope.fresh("plane");
    scope.matrices.add(new Matrix(name, false));
    String index = "[" + scope.anyIndex(random) + " & 1]";
    return new Line("double[][] " + name + " = " + cube + index + ";");
  }

  private Fragment row(String cube) {
    String name = scope.fresh("row");
    scope.arrays.add(name);
    return new Line("double[] " + name + " = " + cube + "[1][" + random.nextInt(2) + "];");
  }

  private String element(String cube) {
    String i = scope.anyIndex(random);
    String j = scope.anyIndex(random);
    return "%s[%s & 1][%d][%s & 1]".formatted(cube, i, random.nextInt(2), j);
  }

  Fragment loop(int depth) {
    if (scope.cubes.isEmpty()) {
      return statement(depth);
    }
    String cube = ProgramScope.any(scope.cubes, random);
    int[] mark = scope.mark();
    String plane = scope.fresh("plane");
    scope.matrices.add(new Matrix(plane, false));
    String row = scope.fresh("row");
    scope.arrays.add(row);
    Sequence inner = LoopStatements.body(program, depth + 1);
    scope.release(mark);
    Fragment rows = new Compound("for (double[] %s : %s)".formatted(row, plane), inner, "");
    String head = "for (double[][] %s : %s)".formatted(plane, cube);
    return new Compound(head, new Sequence(List.of(rows)), "");
  }
}
