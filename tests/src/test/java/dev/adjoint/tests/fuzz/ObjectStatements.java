package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Statements on objects with fields that change: made, changed, given other names, replaced by new
 * ones. Those with a second name are not replaced: which object that leaves a name with is not
 * known.
 */
final class ObjectStatements {

  /** Source text of the types and methods, by name. */
  static final Map<String, String> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put(
        "Tally",
        """
        static class Tally {
          private double sum;
          int count = 1;
          final double[] seen = {0.25, 0.5, 0.75};
          double[] given;
          Drift drift;

          Tally(double sum) {
            this.sum = sum;
            drift = new Drift();
          }

          Tally(double sum, double[] given) {
            this(sum * 0.5);
            this.given = given;
          }

          void add(double v) {
            drift.by(v);
            sum = sum * 0.5 + Math.sin(v);
            seen[count++ % 3] += v;
          }

          double mean() {
            return sum / count + drift.last * (given == null ? 0.5 : given[0]);
          }

          Tally plus(double v) {
            add(v);
            if (given != null) {
              given[1] = Math.tanh(given[1] + v);
            }
            return this;
          }

          Tally merged(Tally other) {
            Tally both = new Tally(sum + other.mean());
            both.seen[0] = Math.sin(seen[1] * other.seen[2]);
            both.given = other.given;
            return both;
          }
        }
        """);
    TYPES.put(
        "Drift",
        """
        static final class Drift {
          double last;

          void by(double v) {
            last = Math.tanh(last + v * 0.5);
          }
        }
        """);
    TYPES.put(
        "Slow",
        """
        static final class Slow extends Tally {
          private double before = 0.5;

          Slow(double sum) {
            super(Math.cos(sum));
          }

          @Override
          void add(double v) {
            super.add(before * 0.25);
            before = v;
          }
        }
        """);
    TYPES.put(
        "filled",
        """
        private static Tally filled(Tally tally, double v, int n) {
          for (int i = 0; i < n; i++) {
            if (tally.count > 3) {
              return tally;
            }
            tally.add(v * (i + 1));
          }
          tally.seen[0] *= 0.5;
          return tally;
        }
        """);
  }

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  ObjectStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment declaration(int depth) {
    boolean isNamed = random.nextInt(3) == 0;
    String initial = isNamed && random.nextInt(3) == 0 ? slow() : made();
    String name = scope.fresh("tally");
    (isNamed ? scope.namedTallies : scope.tallies).add(name);
    return new Line("Tally " + name + " = " + initial + ";");
  }

  Fragment use(int depth) {
    if (scope.tallies.isEmpty() && scope.namedTallies.isEmpty()) {
      return declaration(depth);
    }
    String tally = any();
    return switch (random.nextInt(9)) {
      case 0 -> new Line("s += " + tally + ".mean();");
      case 1 -> new Line("s -= " + tally + ".plus(" + expressions.bounded() + ").mean();");
      case 2 -> new Line("s += " + tally + ".seen[" + random.nextInt(3) + "] * 0.5;");
      case 3 -> new Line(tally + ".sum += " + expressions.bounded() + ";");
      case 4 -> new Line(tally + ".count = " + (1 + random.nextInt(4)) + ";");
      case 5 ->
          new Line(
              "s += filled(%s, %s, %d).mean();"
                  .formatted(tally, expressions.bounded(), random.nextInt(4)));
      case 6 -> replaced(depth);
      case 7 -> named(depth);
      default -> new Line(tally + ".add(" + expressions.bounded() + ");");
    };
  }

  private Fragment replaced(int depth) {
    if (scope.tallies.isEmpty()) {
      return declaration(depth);
    }
    String tally = ProgramScope.any(scope.tallies, random);
    return new Line(
        switch (random.nextInt(4)) {
          case 0 -> tally + " = " + made() + ";";
          case 1 -> tally + ".drift = new Drift();";
          case 2 ->
              "%s = %s ? %s : %s;".formatted(tally, expressions.condition(), merged(tally), made());
          default -> tally + " = " + merged(tally) + ";";
        });
  }

  private Fragment named(int depth) {
    if (scope.namedTallies.isEmpty()) {
      return declaration(depth);
    }
    String name = scope.fresh("same");
    String other = ProgramScope.any(scope.namedTallies, random);
    scope.namedTallies.add(name);
    return new Line("Tally " + name + " = " + other + ";");
  }

  private String merged(String tally) {
    return tally + ".merged(" + any() + ")";
  }

  private String any() {
    boolean isNamed =
        scope.tallies.isEmpty() || (!scope.namedTallies.isEmpty() && random.nextBoolean());
    return ProgramScope.any(isNamed ? scope.namedTallies : scope.tallies, random);
  }

  private String made() {
    return random.nextInt(3) == 0
        ? "new Tally(%s, %s)".formatted(expressions.bounded(), scope.anyWholeArray(random))
        : "new Tally(" + expressions.bounded() + ")";
  }

  private String slow() {
    return "new Slow(" + expressions.bounded() + ")";
  }
}
