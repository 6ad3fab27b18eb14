package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Choice;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Array variables that come to stand for other arrays: swapped, replaced by new ones, chosen by
 * conditions. Those called {@code own…} have three elements and share their arrays with no other
 * variable, so that writing into them is always allowed.
 */
final class RebindingStatements {
  private final RandomProgram program;
  private final RandomGenerator random;
  private final ProgramScope scope;

  RebindingStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.scope = program.scope;
  }

  Fragment statement(int depth) {
    List<String> own = scope.arrays.stream().filter(name -> name.startsWith("own")).toList();
    if (own.isEmpty()) {
      return declaration();
    }
    String one = ProgramScope.any(own, random);
    String other = ProgramScope.any(own, random);
    return switch (random.nextInt(7)) {
      case 0 -> declaration();
      case 1 -> reading();
      case 2 -> new Line(one + " = " + fresh() + ";");
      case 3 -> when(one + " = " + fresh() + ";");
      case 4 -> when(swap(one, other));
      default -> new Line(swap(one, other));
    };
  }

  /** A loop that computes new contents from old ones and swaps the two. */
  Fragment buffers(int depth) {
    String from = scope.fresh("own");
    String to = scope.fresh("own");
    List<Fragment> parts = new ArrayList<>();
    parts.add(new Line("double[] " + from + " = " + fresh() + ";"));
    parts.add(new Line("double[] " + to + " = new double[3];"));
    scope.arrays.addAll(List.of(from, to));
    String i = scope.fresh("i");
    String t = scope.fresh("i");
    int[] mark = scope.mark();
    scope.indices.add(t);
    String value = program.expressions.bounded();
    String inner =
        "for (int %1$s = 1; %1$s < %2$s.length; %1$s++)"
            .formatted(i, random.nextBoolean() ? from : to);
    String update =
        "%1$s[%3$s] = Math.sin(%2$s[%3$s] * %2$s[%3$s - 1]) + %4$s;".formatted(to, from, i, value);
    List<Fragment> body = new ArrayList<>();
    body.add(new Compound(inner, RandomProgram.one(update), ""));
    if (random.nextBoolean()) {
      body.addAll(LoopStatements.body(program, depth + 1).parts());
    }
    body.add(random.nextInt(4) == 0 ? when(swap(from, to)) : new Line(swap(from, to)));
    scope.release(mark);
    String head = "for (int %1$s = 0; %1$s < %2$d; %1$s++)".formatted(t, 1 + random.nextInt(3));
    parts.add(new Compound(head, new Sequence(body), ""));
    return new Sequence(parts);
  }

  private Fragment declaration() {
    String name = scope.fresh("own");
    String initial = fresh();
    String other = fresh();
    String condition = program.expressions.condition();
    scope.arrays.add(name);
    return new Line(
        switch (random.nextInt(3)) {
          case 0 -> "double[] %s = %s ? %s : %s;".formatted(name, condition, initial, other);
          case 1 ->
              "double[] %1$s = null; if (%2$s) { %1$s = %3$s; } else { %1$s = %4$s; }"
                  .formatted(name, condition, initial, other);
          default -> "double[] " + name + " = " + initial + ";";
        });
  }

  /** What two variables share is only read. */
  private Fragment reading() {
    String name = scope.fresh("b");
    String choice =
        "double[] %s = %s ? %s : %s; "
            .formatted(
                name,
                program.expressions.condition(),
                scope.anyArray(random),
                scope.anyArray(random));
    return new Line(
        choice
            + switch (random.nextInt(3)) {
              case 0 -> "for (double v : %1$s) { s += v * %1$s[1] * 0.3; }".formatted(name);
              case 1 -> "s += Math.sin(mixed(%1$s, x)[1]) * %1$s[0];".formatted(name);
              default -> "s *= Math.cos(%1$s[%1$s.length - 1]);".formatted(name);
            });
  }

  private Fragment when(String line) {
    return new Choice(
        program.expressions.condition(), RandomProgram.one(line), RandomProgram.none());
  }

  private String swap(String one, String other) {
    String name = scope.fresh("t");
    return "double[] %1$s = %2$s; %2$s = %3$s; %3$s = %1$s;".formatted(name, one, other);
  }

  private String fresh() {
    String v = program.expressions.bounded();
    return switch (random.nextInt(4)) {
      case 0 -> "new double[3]";
      case 1 -> "new double[] {" + v + ", " + program.expressions.real(1) + ", 0.5}";
      case 2 -> "mixed(java.util.Arrays.copyOf(" + scope.anyArray(random) + ", 3), " + v + ")";
      default -> "java.util.Arrays.copyOf(" + scope.anyArray(random) + ", 3)";
    };
  }
}
