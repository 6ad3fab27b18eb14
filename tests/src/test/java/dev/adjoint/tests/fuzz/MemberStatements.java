package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Choice;
import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Members of the class library that fill and copy arrays, variable arguments, mutual recursion,
 * functional interfaces of one's own, blocks that are left, exceptions, numbers held constant.
 */
final class MemberStatements {
  /** Source text of the methods and types used here, by name. */
  static final Map<String, String> METHODS = new LinkedHashMap<>();

  static {
    METHODS.put(
        "total",
        """
        static double total(double... v) {
          double t = 1;
          for (double e : v) {
            t = Math.sin(t * e) + e;
          }
          return t;
        }
        """);
    METHODS.put(
        "even",
        """
        static double even(int n, double t) {
          return n <= 0 ? t : odd(n - 1, Math.sin(t)) * t;
        }
        """);
    METHODS.put(
        "odd",
        """
        static double odd(int n, double t) {
          return n <= 0 ? 1 : even(n - 1, t * 0.5) + t;
        }
        """);
    METHODS.put(
        "positive",
        """
        @dev.adjoint.Checkpoint
        static double positive(double v, double[] w) {
          if (v < 0) {
            throw new IllegalArgumentException("negative: " + w.length);
          }
          w[0] += Math.sin(v);
          return Math.sqrt(v + 0.1) * w[0];
        }
        """);
    METHODS.put(
        "Blend",
        """
        interface Blend {
          double of(double u, double v);
        }
        """);
    METHODS.put(
        "blended",
        """
        static double blended(Blend b, double[] w) {
          double t = 0;
          for (int i = 1; i < w.length; i++) {
            t += b.of(w[i - 1], w[i]);
          }
          return t;
        }
        """);
  }

  private final RandomProgram program;
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  MemberStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment library(int depth) {
    String to = scope.anyArray(random);
    String from = scope.anyArray(random);
    String v = expressions.real(1);
    return new Line(
        switch (random.nextInt(5)) {
          case 0 -> "System.arraycopy(%s, 0, %s, 0, 2);".formatted(from, to);
          case 1 -> "System.arraycopy(%s, 0, %1$s, 1, %1$s.length - 1);".formatted(to);
          case 2 -> "java.util.Arrays.fill(" + to + ", " + v + ");";
          case 3 -> "java.util.Arrays.fill(" + to + ", 1, " + to + ".length, " + v + ");";
          default -> to + "[0] = " + scope.anyReal(random) + " = " + to + "[1] = " + v + ";";
        });
  }

  Fragment call(int depth) {
    String v = expressions.real(1);
    return new Line(
        "s += "
            + switch (random.nextInt(8)) {
              case 7 -> "positive(" + v + ", " + scope.anyArray(random) + ")";
              case 0 -> "total() * " + v;
              case 1 -> "total(" + v + ")";
              case 2 -> "total(" + v + ", " + expressions.bounded() + ", s)";
              case 3 -> "total(" + scope.anyWholeArray(random) + ")";
              case 4 -> "even(" + expressions.index() + " & 3, " + expressions.bounded() + ")";
              case 5 -> "blended((u, v) -> Math.sin(u * v), " + scope.anyWholeArray(random) + ")";
              default -> "dev.adjoint.Autograd.stopGradient(" + v + ") * " + expressions.bounded();
            }
            + ";");
  }

  /** A block with a label, left in its middle. */
  Fragment block(int depth) {
    String label = scope.fresh("block");
    List<Fragment> parts = new ArrayList<>(program.block(depth).parts());
    String leave = "break " + label + ";";
    parts.add(new Choice(expressions.condition(), RandomProgram.one(leave), RandomProgram.none()));
    parts.add(new Line("s += " + expressions.real(1) + ";"));
    return new Compound(label + ":", new Sequence(parts), "");
  }

  Fragment exception(int depth) {
    String thrown = "throw new IllegalStateException(\"at " + random.nextInt(100) + "\");";
    String condition = scope.anyReal(random) + " > 1.7 && " + expressions.condition();
    return new Choice(condition, RandomProgram.one(thrown), RandomProgram.none());
  }
}
