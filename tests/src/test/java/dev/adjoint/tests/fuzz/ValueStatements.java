package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Compound;
import dev.adjoint.tests.fuzz.Fragment.Line;
import dev.adjoint.tests.fuzz.Fragment.Sequence;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Statements on values without a derivative: enum constants, characters, strings, bits, and the
 * narrow integers; they select branches and elements and are factors.
 */
final class ValueStatements {
  /** Source text of the types and methods used here, by name. */
  static final Map<String, String> TYPES =
      Map.of(
          "Kind",
          """
          enum Kind {
            LOW(0.5) {
              @Override
              double weighted(double v) {
                return Math.sin(v) * weight + super.weighted(1 - v);
              }
            },
            MID(1.5),
            HIGH(0.25) {
              @Override
              double weighted(double v) {
                return this == LOW ? v : Math.tanh(v * v);
              }
            };

            final double weight;

            Kind(double weight) {
              this.weight = weight;
            }

            Kind next() {
              return this == LOW ? MID : HIGH;
            }

            double weighted(double v) {
              return v * weight;
            }

            double twice(double v) {
              return weighted(v) - weighted(v * 0.5);
            }
          }
          """);

  private final RandomProgram program;
  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  ValueStatements(RandomProgram program) {
    this.program = program;
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  /** A {@code switch} over an enum, a character or a string, or a test of one. */
  Fragment select(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> arms(kind(), List.of("case LOW", "case MID, HIGH"), depth);
      case 1 -> arms(word(), List.of("case \"one\"", "case \"two\", \"four\"", "default"), depth);
      case 2 -> arms(letter(), List.of("case 'a'", "case 'c'", "default"), depth);
      case 3 -> new Line("s += %s.weighted(%s);".formatted(kind(), expressions.bounded()));
      case 4 -> new Line("s -= %s.twice(%s);".formatted(kind(), expressions.bounded()));
      default ->
          new Line("s += %s == Kind.MID ? %s : %s;".formatted(kind(), real(), expressions.real(1)));
    };
  }

  private Fragment arms(String selector, List<String> labels, int depth) {
    List<Fragment> arms =
        labels.stream()
            .map(label -> (Fragment) new Compound(label + " ->", program.block(depth), ""))
            .toList();
    return new Compound("switch (" + selector + ")", new Sequence(arms), "");
  }

  /** A value given by an exhaustive {@code switch}. */
  Fragment value(int depth) {
    String name = scope.fresh("r");
    String one = real();
    String two = expressions.real(1);
    String three = expressions.real(1);
    scope.reals.add(name);
    return new Line(
        "double %s = switch (%s) { case LOW -> %s; case MID -> %s; case HIGH -> %s; };"
            .formatted(name, kind(), one, two, three));
  }

  private String real() {
    return expressions.real(1);
  }

  private String kind() {
    String kind = scope.kinds.isEmpty() ? "Kind.MID" : ProgramScope.any(scope.kinds, random);
    return random.nextInt(3) == 0 ? kind + ".next()" : kind;
  }

  private String word() {
    return scope.words.isEmpty() ? "\"two\"" : ProgramScope.any(scope.words, random);
  }

  private String letter() {
    return scope.letters.isEmpty()
        ? "(char) ('a' + " + expressions.index() + " % 2)"
        : ProgramScope.any(scope.letters, random);
  }

  /** Declarations of integers made of bits and narrow types. */
  Fragment bits(int depth) {
    String i = expressions.index();
    String name = scope.fresh("j");
    String initial =
        switch (random.nextInt(10)) {
          case 0 -> "(" + i + " << 2 ^ 5) & 7";
          case 1 -> "(" + i + " - 9) >>> 29";
          case 2 -> "(" + i + ") >> 1 | 2";
          case 3 -> "~(" + i + ") & 3";
          case 4 -> "(byte) (" + i + " * 100) % 5";
          case 5 -> "(short) (" + i + ") + (char) ('b' - 'a')";
          case 6 -> "Math.floorDiv(" + i + ", 2) + Math.abs(" + i + ")";
          case 7 -> "(int) (" + i + " * 3L % 4)";
          case 8 -> "Integer.MAX_VALUE + " + i + " & 15";
          default -> "(int) dev.adjoint.Autograd.stopGradient(" + expressions.bounded() + " * 3)";
        };
    scope.ints.add(name);
    scope.indices.add(name);
    return new Line("int " + name + " = " + initial + ";");
  }

  /** Assignments to integers that are hidden in others. */
  Fragment change(int depth) {
    if (scope.ints.isEmpty()) {
      return bits(depth);
    }
    String j = ProgramScope.any(scope.ints, random);
    String k = ProgramScope.any(scope.ints, random);
    String array = scope.anyArray(random);
    return new Line(
        switch (random.nextInt(6)) {
          case 0 -> j + " <<= 1; " + j + " &= 7;";
          case 1 -> j + " ^= " + k + " & 3;";
          case 2 -> j + " = " + k + " = " + expressions.index() + ";";
          case 3 -> array + "[" + j + "++ & 1] += " + expressions.real(1) + " * " + j + ";";
          case 4 -> "%s[--%s & 1] = %s[%s & 1] = %s;".formatted(array, j, array, k, real());
          default -> j + " += 1.5 + " + k + " % 3;";
        });
  }
}
