package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Statements on records: made, chosen, replaced, handed to their own methods, read. */
final class RecordStatements {

  /** Source text of the records, by name. */
  static final Map<String, String> TYPES =
      Map.of(
          "Point",
          """
          record Point(double u, double v) {
            static Point of(double t) {
              Point p = new Point(Math.sin(t), 0.5);
              return t > 0 ? p : p.turned(t);
            }

            Point turned(double t) {
              if (t > 4) {
                return this;
              }
              return new Point(u * Math.cos(t) - v * 0.3, v * 0.5 + Math.tanh(u * t));
            }

            double size() {
              return u > v ? Math.sin(u) + v : Math.atan(u * v);
            }
          }
          """,
          "Box",
          """
          record Box(Point at, double[] w, int n) {
            Box {
              if (n > 50) {
                throw new IllegalArgumentException();
              }
            }

            Box(double t, double[] w) {
              this(Point.of(t), w, 1);
            }

            Box moved(double t) {
              w[0] = w[0] * 0.5 + Math.sin(t);
              return new Box(at.turned(t), w, n % 3 + 1);
            }

            double sum() {
              double s = at.size();
              for (double e : w) {
                if (e > 1.5) {
                  break;
                }
                s += Math.sin(e * n);
              }
              return s;
            }
          }
          """);

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;

  RecordStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
  }

  Fragment declaration(int depth) {
    if (random.nextInt(3) == 0) {
      String initial =
          "new Box(" + expressions.bounded() + ", " + scope.anyWholeArray(random) + ")";
      String name = scope.fresh("box");
      scope.boxes.add(name);
      return new Line("Box " + name + " = " + initial + ";");
    }
    String initial = point();
    String name = scope.fresh("p");
    scope.points.add(name);
    return new Line("Point " + name + " = " + initial + ";");
  }

  Fragment use(int depth) {
    if (!scope.boxes.isEmpty() && random.nextBoolean()) {
      String box = ProgramScope.any(scope.boxes, random);
      return new Line(
          switch (random.nextInt(4)) {
            case 0 -> "s += " + box + ".sum();";
            case 1 -> box + ".w()[0] += " + expressions.bounded() + " * " + box + ".at().v();";
            case 2 -> "s -= " + box + ".at().turned(" + expressions.bounded() + ").size();";
            default -> box + " = " + box + ".moved(" + expressions.bounded() + ");";
          });
    }
    if (scope.points.isEmpty()) {
      return declaration(depth);
    }
    String point = ProgramScope.any(scope.points, random);
    return new Line(
        switch (random.nextInt(4)) {
          case 0 -> "s += " + point + ".u() * " + expressions.bounded() + ";";
          case 1 -> scope.anyReal(random) + " = " + point + ".size() + " + point + ".v;";
          default -> point + " = " + point() + ";";
        });
  }

  private String point() {
    String made = "new Point(" + expressions.real(1) + ", " + expressions.bounded() + ")";
    List<String> others = scope.points;
    if (others.isEmpty()) {
      return random.nextBoolean() ? made : "Point.of(" + expressions.bounded() + ")";
    }
    String other = ProgramScope.any(others, random);
    return switch (random.nextInt(5)) {
      case 0 -> made;
      case 1 -> other;
      case 2 -> "(" + expressions.condition() + " ? " + other + " : " + made + ")";
      case 3 -> "Point.of(" + other + ".size())";
      default -> other + ".turned(" + expressions.bounded() + ")";
    };
  }
}
