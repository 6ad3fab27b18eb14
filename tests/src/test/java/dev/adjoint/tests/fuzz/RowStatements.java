package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import dev.adjoint.tests.fuzz.ProgramScope.Matrix;
import dev.adjoint.tests.fuzz.ProgramScope.Reach;
import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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
    return switch (random.nextInt(6)) {
      case 0 -> listed(name);
      case 1 -> later(name);
      case 2 -> scope.matrices.isEmpty() ? listed(name) : copied(name);
      default -> {
        scope.matrices.add(new Matrix(name, true));
        yield new Line("double[][] " + name + " = new double[3][" + (3 + random.nextInt(2)) + "];");
      }
    };
  }

  private Fragment listed(String name) {
    StringJoiner rows = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < 3; i++) {
      StringJoiner row = new StringJoiner(", ", "{", "}");
      IntStream.range(0, 3 + random.nextInt(2)).forEach(_ -> row.add(program.expressions.real(1)));
      rows.add(row.toString());
    }
    scope.matrices.add(new Matrix(name, false));
    return new Line("double[][] " + name + " = " + rows + ";");
  }

  private Fragment later(String name) {
    String i = scope.fresh("i");
    String value = program.expressions.real(1);
    scope.matrices.add(new Matrix(name, false));
    return new Line(
        """
        double[][] %1$s = new double[3][]; \
        for (int %2$s = 0; %2$s < 3; %2$s++) { \
        %1$s[%2$s] = new double[3 + %2$s]; %1$s[%2$s][%2$s] = %3$s; }\
        """
            .formatted(name, i, value));
  }

  private Fragment copied(String name) {
    Matrix matrix = ProgramScope.any(scope.matrices, random);
    String i = scope.fresh("i");
    scope.matrices.add(new Matrix(name, matrix.isRectangular()));
    return new Line(
        """
        double[][] %1$s = %2$s.clone(); \
        for (int %3$s = 0; %3$s < %2$s.length; %3$s++) { \
        %1$s[%3$s] = %2$s[%3$s].clone(); %1$s[%3$s][0] *= 0.5; }\
        """
            .formatted(name, matrix.name(), i));
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
