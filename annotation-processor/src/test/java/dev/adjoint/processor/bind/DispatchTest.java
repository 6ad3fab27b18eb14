package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Calls whose target depends on the receiver, as calls of a function that chooses among the
 * targets.
 */
class DispatchTest {
  @Test
  void aSealedTypeIsAskedForTheClassOfTheReceiver() {
    assertBecomes(
        """
        sealed interface Shape permits Disc, Square {
          double area(double scale);
        }
        record Disc(double r) implements Shape {
          public double area(double scale) {
            return r * r * scale;
          }
        }
        record Square(double side) implements Shape {
          public double area(double scale) {
            return side * scale;
          }
        }
        @Differentiable static double f(Shape shape, double x) {
          return shape.area(x) + shape.area(1);
        }
        """,
        """
        double Case.Shape.area@Case(Case.Shape self, double scale) {
          Case.Disc receiver;
          Case.Square receiver#1;
          if ((self instanceof Case.Disc receiver)) {
            return call Case.Disc.area(receiver, scale);
          }
          (self is Case.Square receiver#1);
          return call Case.Square.area(receiver#1, scale);
        }
        double Case.f(Case.Shape shape, double x) {
          return (call Case.Shape.area@Case(shape, x) + call Case.Shape.area@Case(shape, \
        (double) 1));
        }
        double Case.Disc.area(Case.Disc self, double scale) {
          return ((self.r * self.r) * scale);
        }
        double Case.Square.area(Case.Square self, double scale) {
          return (self.side * scale);
        }
        """);
  }

  @Test
  void aMethodWithoutResultReturnsAfterEachCall() {
    assertBecomes(
        """
        sealed interface Step permits Up, Down {
          void apply(double[] a);
        }
        record Up() implements Step {
          public void apply(double[] a) {
            a[0] += 1;
          }
        }
        record Down() implements Step {
          public void apply(double[] a) {
            a[0] -= 1;
          }
        }
        @Differentiable static double f(Step step, double[] a) {
          step.apply(a);
          return a[0];
        }
        """,
        """
        void Case.Step.apply@Case(Case.Step self, double[] a) {
          Case.Up receiver;
          Case.Down receiver#1;
          if ((self instanceof Case.Up receiver)) {
            call Case.Up.apply(receiver, a);
            return;
          }
          (self is Case.Down receiver#1);
          call Case.Down.apply(receiver#1, a);
          return;
        }
        double Case.f(Case.Step step, double[] a) {
          call Case.Step.apply@Case(step, a);
          return a[0];
        }
        void Case.Up.apply(Case.Up self, double[] a) {
          (a[0] += (double) 1);
        }
        void Case.Down.apply(Case.Down self, double[] a) {
          (a[0] -= (double) 1);
        }
        """);
  }

  @Test
  void constantsThatRunOneMethodAreTestedTogether() {
    assertBecomes(
        """
        enum Mode {
          PLAIN,
          SQUARED {
            @Override double of(double x) {
              return x * x;
            }
          },
          ALSO_PLAIN;
          double of(double x) {
            return x;
          }
        }
        @Differentiable static double f(Mode mode, double x) {
          return mode.of(x);
        }
        """,
        """
        double Case.Mode.of@Case(Case.Mode self, double x) {
          Case.Mode constant;
          if ((((constant = java.util.Objects.requireNonNull(self)) == Case.Mode.PLAIN) || \
        (constant == Case.Mode.ALSO_PLAIN))) {
            return call Case.Mode.of(self, x);
          }
          return call Case.Mode.values().SQUARED.of@local@Case.Mode(self, x);
        }
        double Case.f(Case.Mode mode, double x) {
          return call Case.Mode.of@Case(mode, x);
        }
        double Case.Mode.of(Case.Mode self, double x) {
          return x;
        }
        double Case.Mode.values().SQUARED.of@local(Case.Mode.values().SQUARED self, double x) {
          return (x * x);
        }
        double Case.Mode.values().SQUARED.of@local@Case.Mode(Case.Mode self, double x) {
          return (x * x);
        }
        """);
  }

  @Test
  void aCallThatNamesItsTargetIsNotChosen() {
    assertBecomes(
        """
        sealed interface Shape permits Disc, Square {
          default double twice(double x) {
            return 2 * x;
          }
        }
        record Disc(double r) implements Shape {}
        record Square(double side) implements Shape {}
        @Differentiable static double f(Disc disc, double x) {
          return disc.twice(x);
        }
        """,
        """
        double Case.f(Case.Disc disc, double x) {
          return call Case.Shape.twice@Case.Disc(disc, x);
        }
        double Case.Shape.twice(Case.Shape self, double x) {
          return ((double) 2 * x);
        }
        double Case.Shape.twice@Case.Disc(Case.Disc self, double x) {
          return ((double) 2 * x);
        }
        """);
  }

  @Test
  void whatIsOpenToOtherClassesIsNotFollowed() {
    assertBecomes(
        """
        interface Shape {
          double area();
        }
        record Disc(double r) implements Shape {
          public double area() {
            return r * r;
          }
        }
        @Differentiable static double f(Shape shape, double x) {
          return x * shape.area();
        }
        """,
        """
        double Case.f(Case.Shape shape, double x) {
          return (x * shape.area());
        }
        """);
  }

  @Test
  void theOnlyConstantIsNotAskedFor() {
    assertBecomes(
        """
        enum Mode {
          HALF {
            @Override double of(double x) {
              return x / 2;
            }
          };
          abstract double of(double x);
        }
        @Differentiable static double f(Mode mode, double x) {
          return mode.of(x);
        }
        """,
        """
        double Case.Mode.of@Case(Case.Mode self, double x) {
          Case.Mode constant;
          (constant = java.util.Objects.requireNonNull(self));
          return call Case.Mode.values().HALF.of@local@Case.Mode(self, x);
        }
        double Case.f(Case.Mode mode, double x) {
          return call Case.Mode.of@Case(mode, x);
        }
        double Case.Mode.values().HALF.of@local(Case.Mode.values().HALF self, double x) {
          return (x / (double) 2);
        }
        double Case.Mode.values().HALF.of@local@Case.Mode(Case.Mode self, double x) {
          return (x / (double) 2);
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
