package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import dev.adjoint.tests.fuzz.ProgramScope.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Loops along an array that read and write elements near the counter, in either direction: whether
 * what they read is overwritten later depends on the offsets.
 */
final class StencilStatements {
  private final RandomProgram program;
  private final RandomGenerator random;
  private final ProgramScope scope;

  StencilStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.scope = program.scope;
  }

  Fragment loop(int depth) {
    String array = scope.anyArray(random);
    String i = scope.fresh("i");
    int low = random.nextInt(2);
    int high = random.nextInt(2);
    int[] mark = scope.mark();
    scope.indices.add(i);
    scope.reaches.add(new Reach(array, i, -low, high));
    Sequence body = body(array, i, depth);
    scope.release(mark);
    return new Compound(head(array, i, low, high), body, "");
  }

  private String head(String array, String i, int low, int high) {
    int step = 1 + random.nextInt(2);
    String end = array + ".length" + (high == 0 ? "" : " - " + high);
    String head =
        switch (random.nextInt(4)) {
          case 0 -> "for (int %1$s = %2$d; %1$s < %3$s; %1$s += %4$d)";
          case 1 -> "for (int %1$s = %2$d; %3$s > %1$s; %1$s += %4$d)";
          case 2 -> "for (int %1$s = %3$s - 1; %1$s >= %2$d; %1$s -= %4$d)";
          default -> "for (int %1$s = %3$s - 1; %1$s > %2$d - 1; %1$s -= %4$d)";
        };
    return head.formatted(i, low, end, step).replace(" += 1)", "++)").replace(" -= 1)", "--)");
  }

  private Sequence body(String array, String i, int depth) {
    List<Fragment> parts = new ArrayList<>();
    int updates = 1 + random.nextInt(3);
    for (int update = 0; update < updates; update++) {
      parts.add(update(array, i));
    }
    if (random.nextBoolean()) {
      parts.addAll(LoopStatements.body(program, depth).parts());
    }
    return new Sequence(parts);
  }

  private Fragment update(String array, String i) {
    RandomExpressions expressions = program.expressions;
    String left = expressions.element();
    String right = expressions.element();
    String mirror = array + "[" + array + ".length - 1 - " + i + "]";
    return new Line(
        switch (random.nextInt(8)) {
          case 0 -> left + " = " + right + " * " + expressions.element() + " * 0.5;";
          case 1 -> left + " += Math.sin(" + right + ");";
          case 2 -> left + " *= " + expressions.bounded() + ";";
          case 3 -> "s += " + left + " * " + right + ";";
          case 4 -> left + " = Math.tanh(" + mirror + " * " + right + ");";
          case 5 -> mirror + " -= " + expressions.bounded() + " * " + left + ";";
          case 6 -> left + " = s * " + expressions.bounded() + ";";
          default -> left + " = " + expressions.real(2) + ";";
        });
  }
}
