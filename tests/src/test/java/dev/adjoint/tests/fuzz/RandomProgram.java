package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Choice;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes up a method {@code static double f(double x, double y, double[] a, int n)} and a helper it
 * may call. The method terminates, stays within its arrays, and is differentiable but where a
 * comparison of floating-point values ties.
 */
final class RandomProgram {
  private static final int MOST_STATEMENTS = 4;
  private static final int DEEPEST = 3;

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope = new ProgramScope();
  private int loops;

  private RandomProgram(RandomGenerator random) {
    this.random = random;
    this.expressions = new RandomExpressions(random, scope);
  }

  /** The body of {@code f}. */
  static Sequence body(RandomGenerator random) {
    RandomProgram program = new RandomProgram(random);
    program.scope.reals.addAll(List.of("x", "y"));
    program.scope.arrays.add("a");
    program.scope.indices.add("n");
    List<Fragment> parts = new ArrayList<>();
    parts.add(new Line("double s = x;"));
    program.scope.reals.add("s");
    parts.addAll(program.statements(0));
    parts.addAll(program.statements(0));
    parts.add(new Line("return s + " + program.expressions.real(2) + ";"));
    return new Sequence(parts);
  }

  private List<Fragment> statements(int depth) {
    int count = 1 + random.nextInt(MOST_STATEMENTS);
    List<Fragment> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(statement(depth));
    }
    return parts;
  }

  private Sequence block(int depth) {
    int mark = scope.mark();
    Sequence block = new Sequence(statements(depth + 1));
    scope.release(mark);
    return block;
  }

  private Fragment statement(int depth) {
    int kind = random.nextInt(depth < DEEPEST ? 16 : 9);
    return switch (kind) {
      case 0, 1 -> assignment();
      case 2 -> declaration();
      case 3, 4 -> elementAssignment();
      case 5 -> arrayDeclaration();
      case 6 -> new Line(scope.anyReal(random) + (random.nextBoolean() ? "++;" : "--;"));
      case 7 ->
          new Line("s += helper(" + expressions.real(1) + ", " + scope.anyArray(random) + ");");
      case 8 -> exit(depth);
      case 9, 10 -> new Choice(expressions.condition(), block(depth), elseBlock(depth));
      case 11, 12 -> countedLoop(depth);
      case 13 -> whileLoop(depth);
      case 14 -> doLoop(depth);
      default -> eachLoop(depth);
    };
  }

  private Sequence elseBlock(int depth) {
    return random.nextBoolean() ? block(depth) : new Sequence(List.of());
  }

  private Fragment assignment() {
    String target = scope.anyReal(random);
    return switch (random.nextInt(5)) {
      case 0 -> new Line(target + " += " + expressions.real(2) + ";");
      case 1 -> new Line(target + " -= " + expressions.real(2) + ";");
      case 2 -> new Line(target + " *= " + expressions.bounded() + ";");
      case 3 -> new Line(target + " /= 1.5 + " + expressions.bounded() + ";");
      default -> new Line(target + " = " + expressions.real(3) + ";");
    };
  }

  private Fragment declaration() {
    String initial = expressions.real(2);
    String name = scope.declareReal();
    return new Line("double " + name + " = " + initial + ";");
  }

  private Fragment elementAssignment() {
    String place = expressions.element();
    String operator = List.of("=", "+=", "-=", "=").get(random.nextInt(4));
    return new Line(place + " " + operator + " " + expressions.real(2) + ";");
  }

  private Fragment arrayDeclaration() {
    String initial =
        switch (random.nextInt(3)) {
          case 0 -> "new double[" + (2 + random.nextInt(3)) + "]";
          case 1 -> "{" + expressions.real(1) + ", " + expressions.real(1) + "}";
          default -> scope.anyArray(random) + ".clone()";
        };
    String name = scope.declareArray();
    return new Line("double[] " + name + " = " + initial + ";");
  }

  private Fragment exit(int depth) {
    int kind = random.nextInt(3);
    if (scope.loopDepth > 0 && kind < 2) {
      String jump = kind == 0 ? "break;" : "continue;";
      return new Choice(expressions.condition(), sequence(jump), new Sequence(List.of()));
    }
    if (depth > 0) {
      String jump = "return s * " + expressions.bounded() + ";";
      return new Choice(expressions.condition(), sequence(jump), new Sequence(List.of()));
    }
    return assignment();
  }

  private static Sequence sequence(String line) {
    return new Sequence(List.of(new Line(line)));
  }

  private Fragment countedLoop(int depth) {
    String i = "i" + loops++;
    String head =
        switch (random.nextInt(3)) {
          case 0 -> "for (int %1$s = 0; %1$s < n; %1$s++)".formatted(i);
          case 1 -> "for (int %1$s = 4; %1$s >= 0; %1$s -= 2)".formatted(i);
          default -> {
            String bound = scope.anyArray(random) + ".length";
            yield "for (int %1$s = 0; %1$s < %2$s; %1$s++)".formatted(i, bound);
          }
        };
    return new Compound(head, loopBody(depth, i), "");
  }

  private Fragment whileLoop(int depth) {
    String k = "k" + loops++;
    String test = k + "++ < " + (1 + random.nextInt(4)) + " && (" + expressions.condition() + ")";
    Compound loop = new Compound("while (" + test + ")", loopBody(depth, k), "");
    return new Compound("", new Sequence(List.of(new Line("int " + k + " = 0;"), loop)), "");
  }

  private Fragment doLoop(int depth) {
    String k = "k" + loops++;
    Sequence body = loopBody(depth, k);
    Compound loop = new Compound("do", body, " while (++" + k + " < 3);");
    return new Compound("", new Sequence(List.of(new Line("int " + k + " = 0;"), loop)), "");
  }

  private Fragment eachLoop(int depth) {
    String v = "v" + loops++;
    String array = scope.anyArray(random);
    int mark = scope.mark();
    scope.reals.add(v);
    Sequence body = loopBody(depth, null);
    scope.release(mark);
    return new Compound("for (double " + v + " : " + array + ")", body, "");
  }

  private Sequence loopBody(int depth, @Nullable String index) {
    int mark = scope.mark();
    if (index != null) {
      scope.indices.add(index);
    }
    scope.loopDepth++;
    Sequence body = block(depth);
    scope.loopDepth--;
    scope.release(mark);
    return body;
  }
}
