package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Both kinds of {@code switch}, as statements and as expressions. */
final class SwitchStatements {
  private final RandomProgram program;
  private final RandomGenerator random;
  private final ProgramScope scope;

  SwitchStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.scope = program.scope;
  }

  private String selector() {
    return "Math.floorMod(" + program.expressions.index() + ", 4)";
  }

  Fragment arrows(int depth) {
    String head = "switch (" + selector() + ")";
    List<Fragment> arms = new ArrayList<>();
    for (String label : List.of("case 0", "case 1, 3", "default")) {
      if (random.nextInt(4) > 0) {
        arms.add(new Compound(label + " ->", arm(depth, ""), ""));
      }
    }
    if (arms.isEmpty()) {
      arms.add(new Compound("default ->", arm(depth, ""), ""));
    }
    return new Compound(head, new Sequence(arms), "");
  }

  /** With fall-through where an arm has no {@code break}. */
  Fragment colons(int depth) {
    String head = "switch (" + selector() + ")";
    List<Fragment> arms = new ArrayList<>();
    for (String label : List.of("case 2:", "case 0:", "default:", "case 1:")) {
      arms.add(new Compound(label, arm(depth, random.nextBoolean() ? "break;" : ""), ""));
    }
    return new Compound(head, new Sequence(arms), "");
  }

  Fragment expression(int depth) {
    String selector = selector();
    boolean isNew = random.nextBoolean();
    Sequence arms = arms(depth);
    String name = isNew ? scope.fresh("r") : "s";
    if (isNew) {
      scope.reals.add(name);
    }
    return new Compound(
        (isNew ? "double " : "") + name + " = switch (" + selector + ")", arms, ";");
  }

  /** Between other operands, some of which it may change. */
  Fragment operand(int depth) {
    String before = program.expressions.real(1);
    String target = random.nextBoolean() ? "s" : program.expressions.element();
    Sequence arms = arms(depth);
    String head =
        random.nextBoolean()
            ? target + " += Math.cos(" + before + ") * Math.sin(switch (" + selector() + ")"
            : "s = Math.max(" + before + ", switch (" + selector() + ")";
    return new Compound(head, arms, ") * 0.5 + " + program.expressions.bounded() + ";");
  }

  private Sequence arms(int depth) {
    List<Fragment> arms = new ArrayList<>();
    arms.add(new Line("case 1 -> " + program.expressions.real(1) + ";"));
    boolean wasClosed = scope.isClosed;
    int loops = scope.loopDepth;
    scope.isClosed = true;
    scope.loopDepth = 0;
    List<String> labels = List.copyOf(scope.labels);
    scope.labels.clear();
    arms.add(
        new Compound("case 2 ->", arm(depth, "yield " + program.expressions.real(1) + ";"), ""));
    scope.labels.addAll(labels);
    scope.isClosed = wasClosed;
    scope.loopDepth = loops;
    arms.add(new Line("default -> " + program.expressions.real(2) + ";"));
    return new Sequence(arms);
  }

  private Sequence arm(int depth, String last) {
    List<Fragment> parts = new ArrayList<>(program.block(depth).parts());
    if (!last.isEmpty()) {
      parts.add(new Line(last));
    }
    return new Sequence(parts);
  }
}
