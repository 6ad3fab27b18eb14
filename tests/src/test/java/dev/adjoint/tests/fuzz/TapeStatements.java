package dev.adjoint.tests.fuzz;

import dev.adjoint.tests.fuzz.Fragment.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Statements on tapes: pushes, pops where there is something, other tapes under the same name; and
 * on objects that recursion hands on, which are on such tapes too.
 */
final class TapeStatements {

  /** Source text of the methods and types, by name. */
  static final Map<String, String> METHODS = new LinkedHashMap<>();

  static {
    METHODS.put(
        "Deck",
        """
        private static final class Deck {
          dev.adjoint.tape.DoubleTape cards = new dev.adjoint.tape.DoubleTape();
          final dev.adjoint.tape.IntTape kinds = new dev.adjoint.tape.IntTape();

          void put(double v) {
            cards.push(Math.sin(v));
            kinds.push(v > 0.5 ? 1 : 2);
          }

          double take(double v) {
            return Math.min(cards.size(), kinds.size()) == 0 ? v : cards.pop() * kinds.pop();
          }
        }
        """);
    METHODS.put(
        "Link",
        """
        private static final class Link {
          double value;
          boolean isLast;
          Link next;
        }
        """);
    METHODS.put(
        "linked",
        """
        private static double linked(Link link, double v, int n) {
          link.value = Math.sin(v);
          link.isLast = n == 0;
          if (n > 0) {
            link.next = new Link();
            link.value += linked(link.next, v * 0.5 + 0.1, n - 1);
          }
          return link.isLast ? link.value : Math.tanh(link.value * link.next.value);
        }
        """);
    METHODS.put(
        "noted",
        """
        static double noted(dev.adjoint.tape.DoubleTape tape, double v, int n) {
          for (int i = 0; i < n; i++) {
            tape.push(Math.sin(v + i));
          }
          return tape.size() > 3 ? tape.pop() * tape.pop() : v;
        }
        """);
  }

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final ProgramScope scope;
  private final boolean isOutermost;

  TapeStatements(RandomProgram program) {
    this.random = program.random;
    this.expressions = program.expressions;
    this.scope = program.scope;
    this.isOutermost = program.part != null;
  }

  Fragment declaration(int depth) {
    if (random.nextInt(3) == 0) {
      String name = scope.fresh("deck");
      scope.decks.add(name);
      return new Line("Deck " + name + " = new Deck();");
    }
    String name = scope.fresh("tape");
    scope.tapes.add(name);
    return new Line("dev.adjoint.tape.DoubleTape " + name + " = " + made() + ";");
  }

  /**
   * Recursion through objects; an expression with statements has none, nor a method others call.
   */
  Fragment recursion(int depth) {
    return scope.isClosed || !isOutermost
        ? use(depth)
        : new Line(
            "s += linked(new Link(), %s, %d);".formatted(expressions.bounded(), random.nextInt(4)));
  }

  Fragment use(int depth) {
    boolean isDeck = !scope.decks.isEmpty() && (scope.tapes.isEmpty() || random.nextInt(3) == 0);
    if (isDeck) {
      return deck(ProgramScope.any(scope.decks, random));
    }
    return scope.tapes.isEmpty() ? declaration(depth) : tape(ProgramScope.any(scope.tapes, random));
  }

  private Fragment tape(String tape) {
    String bounded = expressions.bounded();
    return new Line(
        switch (random.nextInt(9)) {
          case 0 -> "if (%1$s.size() > 0) s += %1$s.pop() * %2$s;".formatted(tape, bounded);
          case 1 -> "s = %1$s.size() > 1 ? s - %1$s.pop() : s * %2$s;".formatted(tape, bounded);
          case 2 ->
              "while (%1$s.size() > 1) s = Math.tanh(s + %1$s.pop() * %2$s);"
                  .formatted(tape, bounded);
          case 3 -> "s += noted(%s, %s, %d);".formatted(tape, bounded, random.nextInt(4));
          case 4 -> tape + " = " + made() + ";";
          case 5 -> "s += " + tape + ".size() * 0.125;";
          default -> tape + ".push(" + bounded + ");";
        });
  }

  private Fragment deck(String deck) {
    String bounded = expressions.bounded();
    return new Line(
        switch (random.nextInt(5)) {
          case 0 -> "s += %s.take(%s);".formatted(deck, bounded);
          case 1 -> "s -= %s.take(0) * %s;".formatted(deck, bounded);
          case 2 -> "s += noted(%s.cards, %s, 2);".formatted(deck, bounded);
          default -> deck + ".put(" + bounded + ");";
        });
  }

  private static String made() {
    return "new dev.adjoint.tape.DoubleTape()";
  }
}
