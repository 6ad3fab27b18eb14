package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import dev.adjoint.tests.fuzz.ProgramScope.Matrix;
import dev.adjoint.tests.fuzz.ProgramScope.Reach;
import java.util.List;
import java.util.random.RandomGenerator;

/** Statements on arrays of rows: rows under names of their own, and loops over rows and columns. */
final class RowStatements {
  private final RandomProgram program;
  private final RandomGenerator random;
  private final ProgramScope scope;

  RowStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.scope = program.scope;
  }

  Fragment declaration(int depth) {
    if (!scope.matrices.isEmpty() && random.nextBoolean()) {
      String row = program.expressions.row();
      String name = scope.fresh("row");
      scope.arrays.add(name);
      return new Line("double[] " + name + " = " + row + ";");
    }
    String name = scope.fresh("c");
    scope.matrices.add(new Matrix(name, true));
    return new Line("double[][] " + name + " = new double[3][" + (3 + random.nextInt(2)) + "];");
  }

  Fragment loop(int depth) {
    if (scope.matrices.isEmpty()) {
      return declaration(depth);
    }
    Matrix matrix = ProgramScope.any(scope.matrices, random);
    return switch (random.nextInt(3)) {
      case 0 -> each(matrix, depth);
      case 1 -> matrix.isRectangular() ? stencil(matrix, depth) : ragged(matrix, depth);
      default -> ragged(matrix, depth);
    };
  }

  private Fragment each(Matrix matrix, int depth) {
    int[] mark = scope.mark();
    String row = scope.fresh("row");
    scope.arrays.add(row);
    Sequence body = LoopStatements.body(program, depth);
    scope.release(mark);
    return new Compound("for (double[] " + row + " : " + matrix.name() + ")", body, "");
  }

  private Fragment ragged(Matrix matrix, int depth) {
    int[] mark = scope.mark();
    String i = scope.fresh("i");
    String j = scope.fresh("i");
    String row = matrix.name() + "[" + i + "]";
    scope.indices.addAll(List.of(i, j));
    scope.reaches.add(new Reach(row, j, 0, 0));
    Sequence body = LoopStatements.body(program, depth + 1);
    scope.release(mark);
    return nest(
        "for (int %1$s = 0; %1$s < %2$s.length; %1$s++)".formatted(i, matrix.name()),
        "for (int %1$s = 0; %1$s < %2$s.length; %1$s++)".formatted(j, row),
        body);
  }

  private Fragment stencil(Matrix matrix, int depth) {
    int[] mark = scope.mark();
    String i = scope.fresh("i");
    String j = scope.fresh("i");
    scope.indices.addAll(List.of(i, j));
    for (String row : List.of(i, i + " - 1", i + " + 1")) {
      scope.reaches.add(new Reach(matrix.name() + "[" + row + "]", j, -1, 1));
    }
    Sequence body = LoopStatements.body(program, depth + 1);
    scope.release(mark);
    String down = "for (int %1$s = %2$s.length - 2; %1$s > 0; %1$s--)";
    String up = "for (int %1$s = 1; %1$s < %2$s - 1; %1$s++)";
    String rows = random.nextBoolean() ? down : up.replace("%2$s", "%2$s.length");
    String columns = up.formatted(j, matrix.name() + "[0].length");
    return nest(rows.formatted(i, matrix.name()), columns, body);
  }

  private static Fragment nest(String outer, String inner, Sequence body) {
    return new Compound(outer, new Sequence(List.of(new Compound(inner, body, ""))), "");
  }
}
