package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Patterns become tests of classes, reads of components and bindings. */
class PatternsTest {
  @Test
  void aTypePatternBindsWhatItTests() {
    assertBecomes(
        """
        sealed interface Shape permits Disc, Square {}
        record Disc(double r) implements Shape {}
        record Square(double side) implements Shape {}
        @Differentiable static double f(Shape shape) {
          if (shape instanceof Disc d && d.r() > 1) {
            return d.r();
          }
          return shape instanceof Square s ? s.side() : 0;
        }
        """,
        """
        double Case.f(Case.Shape shape) {
          Case.Disc d;
          if (((shape instanceof Case.Disc d) && (d.r > (double) 1))) {
            return d.r;
          }
          Case.Square s;
          return ((shape instanceof Case.Square s) ? s.side : (double) 0);
        }
        """);
  }

  @Test
  void aRecordPatternReadsTheComponents() {
    assertBecomes(
        """
        record Point(double x, double y) {}
        record Line(Point from, Point to) {}
        @Differentiable static double f(Line line) {
          return line instanceof Line(Point(var a, var b), Point to) ? a * b + to.x() : 0;
        }
        """,
        """
        double Case.f(Case.Line line) {
          Case.Line matched;
          Case.Point subject;
          Case.Point matched#1;
          double subject#1;
          double a;
          double subject#2;
          double b;
          Case.Point subject#3;
          Case.Point to;
          return ((((line is Case.Line matched) && ((((subject = matched.from) is Case.Point \
        matched#1) && ((subject#1 = matched#1.x) is double a)) && ((subject#2 = matched#1.y) is \
        double b))) && ((subject#3 = matched.to) is Case.Point to)) ? ((a * b) + to.x) : \
        (double) 0);
        }
        """);
  }

  @Test
  void aSwitchOverPatternsTestsThemInTurn() {
    assertBecomes(
        """
        sealed interface Shape permits Disc, Box {}
        record Disc(double r) implements Shape {}
        record Box(double a, double b) implements Shape {}
        @Differentiable static double f(Shape shape, double x) {
          return switch (shape) {
            case Disc(double r) when r > 1 -> r * x;
            case Disc d -> d.r();
            case Box(var a, var b) -> a * b * x;
          };
        }
        """,
        """
        double Case.f(Case.Shape shape, double x) {
          Case.Disc matched;
          double subject;
          double r;
          Case.Disc d;
          Case.Box matched#1;
          double subject#1;
          double a;
          double subject#2;
          double b;
          return ((((shape instanceof Case.Disc matched) && ((subject = matched.r) is double \
        r)) && (r > (double) 1)) ? (r * x) : ((shape instanceof Case.Disc d) ? d.r : ((((shape \
        is Case.Box matched#1) && ((subject#1 = matched#1.a) is double a)) && ((subject#2 = \
        matched#1.b) is double b)); ((a * b) * x))));
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
