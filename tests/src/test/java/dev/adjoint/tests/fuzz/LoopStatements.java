package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Choice;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Loops of every kind, with labels; how often they run may be known before, or not. */
final class LoopStatements {
  private final RandomProgram program;
  private final RandomGenerator random;
  private final ProgramScope scope;

  LoopStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.scope = program.scope;
  }

  /** The statements of a loop. */
  static Sequence body(RandomProgram program, int depth) {
    program.scope.loopDepth++;
    Sequence body = program.block(depth);
    program.scope.loopDepth--;
    return body;
  }

  Fragment counted(int depth) {
    String i = scope.fresh("i");
    String head =
        switch (random.nextInt(7)) {
          case 6 -> scheduled(i);
          case 0 -> "for (int %1$s = 0; %1$s < n; %1$s++)".formatted(i);
          case 1 -> "for (int %1$s = 4; %1$s >= 0; %1$s -= 2)".formatted(i);
          case 2 -> "for (int %1$s = n; %1$s-- > 0; )".formatted(i);
          case 3 -> "for (int %1$s = -1; %1$s <= 3; %1$s += 2)".formatted(i);
          case 4 ->
              "for (int %1$s = 0; %1$s < 4 && %2$s; %1$s++)"
                  .formatted(i, program.expressions.condition());
          default ->
              "for (int %1$s = 0; %1$s < %2$s.length; %1$s++)".formatted(i, scope.anyArray(random));
        };
    boolean skips = head.endsWith("++)") && random.nextInt(4) == 0;
    return loop(head, i, depth, skips ? i + "++;" : "");
  }

  /** A loop that computes states again; what is seen from outside cannot be in it. */
  private String scheduled(String i) {
    String schedule =
        switch (random.nextInt(4)) {
          case 0 -> "periodic(2)";
          case 1 -> "storeAll()";
          case 2 -> "revolve(1)";
          default -> "revolve(2)";
        };
    String bound = random.nextBoolean() ? "n" : scope.anyArray(random) + ".length";
    return "for (int %s : dev.adjoint.Autograd.checkpoint(%s, dev.adjoint.Schedule.%s))"
        .formatted(i, bound, schedule);
  }

  private Fragment loop(String head, String index, int depth, String skip) {
    int[] mark = scope.mark();
    scope.indices.add(index);
    String label = label();
    List<Fragment> body = new ArrayList<>(body(program, depth).parts());
    if (!skip.isEmpty()) {
      body.add(
          new Choice(
              program.expressions.condition(), RandomProgram.one(skip), RandomProgram.none()));
    }
    scope.release(mark);
    return new Compound(label + head, new Sequence(body), "");
  }

  /** Puts a label on a loop, or nothing. */
  private String label() {
    if (random.nextInt(3) > 0) {
      return "";
    }
    String label = scope.fresh("loop");
    scope.labels.add(label);
    return label + ": ";
  }

  Fragment whileLoop(int depth) {
    String k = scope.fresh("k");
    String condition = program.expressions.condition();
    String test = k + "++ < " + (1 + random.nextInt(4)) + " && " + condition;
    return counting(k, loop("while (" + test + ")", k, depth, ""));
  }

  Fragment doLoop(int depth) {
    String k = scope.fresh("k");
    String condition = random.nextBoolean() ? " && " + program.expressions.condition() : "";
    int[] mark = scope.mark();
    scope.indices.add(k);
    String label = label();
    Sequence body = body(program, depth);
    scope.release(mark);
    return counting(
        k, new Compound(label + "do", body, " while (++" + k + " < 3" + condition + ");"));
  }

  private static Fragment counting(String k, Fragment loop) {
    return new Compound("", new Sequence(List.of(new Line("int " + k + " = 0;"), loop)), "");
  }

  Fragment each(int depth) {
    String any = scope.anyArray(random);
    String array = any.startsWith("own") ? any + ".clone()" : any;
    int[] mark = scope.mark();
    String v = scope.fresh("v");
    scope.reals.add(v);
    Sequence body = body(program, depth);
    scope.release(mark);
    return new Compound("for (double " + v + " : " + array + ")", body, "");
  }
}
