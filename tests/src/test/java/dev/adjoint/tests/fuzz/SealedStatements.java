package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Statements on objects of a sealed type: made, chosen, replaced, asked for their class. */
final class SealedStatements {

  /** Source text of the types, by the name of the one above the others. */
  static final Map<String, String> TYPES =
      Map.of(
          "Figure",
          """
          sealed interface Figure permits Disc, Slab, Rows, Idle {
            double area(double k);

            default double border(double k) {
              return Math.sin(area(k)) + 0.5 * Math.tanh(area(0.5));
            }

            default Figure grown(double t) {
              return switch (this) {
                case Disc d when d.r() > 1 -> new Slab(new Couple<>(d.r(), t), t);
                case Disc d -> new Disc(d.r() * 0.5 + Math.sin(t));
                case Slab(Couple<Double, Double>(var a, var b), double c) ->
                    new Disc(Math.tanh(a * c) + b);
                case Rows(double[] w, int n) ->
                    n > 1 ? new Rows(w, n - 1) : new Disc(Math.sin(w[0]));
                case Idle i -> t > 0 ? this : new Disc(t);
              };
            }
          }

          record Couple<A, B>(A first, B second) {
            Couple<B, A> swapped() {
              return new Couple<>(second, first);
            }
          }

          record Disc(double r) implements Figure {
            public double area(double k) {
              return k * Math.sin(r);
            }

            public double border(double k) {
              return r > 0 ? r * k : Figure.super.border(r);
            }
          }

          record Slab(Couple<Double, Double> sides, double depth) implements Figure {
            public double area(double k) {
              Couple<Double, Double> other = sides.swapped();
              return Math.tanh(sides.first() * k) - other.first() * Math.cos(depth);
            }
          }

          record Rows(double[] w, int n) implements Figure {
            public double area(double k) {
              double t = 0.5;
              for (int i = 0; i < Math.min(n, w.length); i++) {
                t += Math.sin(w[i] * k) * 0.5;
              }
              return t;
            }
          }

          enum Idle implements Figure {
            IDLE;

            public double area(double k) {
              return 0.5 * Math.sin(k);
            }
          }
          """);

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  SealedStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment declaration(int depth) {
    String initial = figure();
    String name = scope.fresh("fig");
    scope.figures.add(name);
    return new Line("Figure " + name + " = " + initial + ";");
  }

  Fragment use(int depth) {
    if (scope.figures.isEmpty()) {
      return declaration(depth);
    }
    String figure = ProgramScope.any(scope.figures, random);
    return new Line(
        switch (random.nextInt(6)) {
          case 0 -> "s += " + figure + ".area(" + expressions.bounded() + ");";
          case 1 -> "s -= " + figure + ".border(" + expressions.bounded() + ");";
          case 2 -> test(figure);
          case 3 -> "s += " + choice(figure) + ";";
          default -> figure + " = " + figure() + ";";
        });
  }

  private String test(String figure) {
    String r = scope.fresh("r");
    String slab = scope.fresh("slab");
    return switch (random.nextInt(3)) {
      case 0 ->
          "if (%1$s instanceof Disc(var %2$s) && %2$s > 0.2) { s += Math.sin(%2$s); }"
              .formatted(figure, r);
      case 1 ->
          "s += !(%1$s instanceof Slab %2$s) ? 0.25 : %2$s.sides().second() * %3$s;"
              .formatted(figure, slab, expressions.bounded());
      default ->
          "if (%1$s instanceof Disc %2$s || %3$s) { s *= 0.5; } else { s += %1$s.border(0.5); }"
              .formatted(figure, r, expressions.condition());
    };
  }

  private String choice(String figure) {
    return """
    switch (%1$s) {
      case Disc(double %2$s) when %2$s > 0.4 -> %2$s * 0.5;
      case Slab(Couple<Double, Double>(var %2$s, Double %3$s), var %4$s) ->
          Math.sin(%2$s * %3$s) + %4$s * 0.5;
      case Rows %2$s -> %2$s.area(%5$s);
      default -> %1$s.border(0.75);
    }\
    """
        .formatted(
            figure, scope.fresh("d"), scope.fresh("d"), scope.fresh("d"), expressions.bounded())
        .replaceAll("\\s*\n\\s*", " ");
  }

  private String figure() {
    String made =
        switch (random.nextInt(4)) {
          case 0 -> "new Disc(" + expressions.real(1) + ")";
          case 1 ->
              "new Slab(new Couple<>(%s, %s), %s)"
                  .formatted(expressions.bounded(), expressions.bounded(), expressions.bounded());
          case 2 -> "new Rows(" + scope.anyWholeArray(random) + ", " + random.nextInt(3) + ")";
          default -> "Idle.IDLE";
        };
    if (scope.figures.isEmpty()) {
      return made;
    }
    String other = ProgramScope.any(scope.figures, random);
    return switch (random.nextInt(4)) {
      case 0 -> "(" + expressions.condition() + " ? " + other + " : " + made + ")";
      case 1 -> other;
      case 2 -> other + ".grown(" + expressions.bounded() + ")";
      default -> made;
    };
  }
}
