package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Records are their components, sealed types the components of all their classes. */
class RecordLoweringTest {
  @Test
  void componentsAreValues() {
    assertBecomes(
        """
        record Point(double x, double y) {
          Point scaled(double k) {
            return new Point(k * x, k * y);
          }
        }
        @Differentiable static double f(Point p, double k) {
          Point q = p.scaled(k);
          return q.x() * p.y();
        }
        """,
        """
        func Case.f(%pX: f64, %pY: f64, %k: f64) -> f64 {
          %0: f64 = mul %k, %pX
          %1: f64 = mul %k, %pY
          %2: f64 = mul %0, %pY
          return %2
        }
        """);
  }

  @Test
  void aBranchJoinsComponents() {
    assertBecomes(
        """
        record Point(double x, double y) {}
        @Differentiable static double f(double v, boolean b) {
          Point p = b ? new Point(v, 1) : new Point(2, v);
          return p.x() + p.y();
        }
        """,
        """
        func Case.f(%v: f64, %b: bool) -> f64 {
          %chosenX: f64, %chosenY: f64 = if %b @if {
            %0: i32 = const 1
            %1: f64 = convert %0
            yield %v, %1
          } else {
            %2: i32 = const 2
            %3: f64 = convert %2
            yield %3, %v
          }
          %4: f64 = add %chosenX, %chosenY
          return %4
        }
        """);
  }

  @Test
  void aSealedTypeIsAskedForItsClass() {
    assertBecomes(
        """
        sealed interface Shape permits Disc, Square {}
        record Disc(double r) implements Shape {}
        record Square(double side) implements Shape {}
        @Differentiable static double f(Shape shape) {
          return switch (shape) {
            case Disc(var r) -> r * r;
            case Square(var side) -> side;
          };
        }
        """,
        """
        func Case.f(%shapeKind: i32, %shapeDiscR: f64, %shapeSquareSide: f64) -> f64 {
          %0: i32 = const 0
          %1: bool = eq %shapeKind, %0
          %2: bool, %subject: f64, %r: f64 = if %1 @if {
            %3: bool = const true
            yield %3, %shapeDiscR, %shapeDiscR
          } else {
            %4: bool = const false
            %5: f64 = const 0.0
            %6: f64 = const 0.0
            yield %4, %5, %6
          }
          %7: f64, %matchedSide: f64, %subject1: f64, %side: f64 = if %2 @if1 {
            %8: f64 = mul %r, %r
            %9: f64 = const 0.0
            %10: f64 = const 0.0
            %11: f64 = const 0.0
            yield %8, %9, %10, %11
          } else {
            %12: bool = const true
            %13: bool, %subject2: f64, %side1: f64 = if %12 @if2 {
              %14: bool = const true
              yield %14, %shapeSquareSide, %shapeSquareSide
            } else {
              %15: bool = const false
              %16: f64 = const 0.0
              %17: f64 = const 0.0
              yield %15, %16, %17
            }
            yield %side1, %shapeSquareSide, %subject2, %side1
          }
          return %7
        }
        """);
  }

  @Test
  void aRecordIsReturned() {
    assertBecomes(
        """
        record Pair(double a, double[] b) {}
        @Differentiable static Pair f(double x, double[] v) {
          v[0] *= x;
          return new Pair(x * x, v);
        }
        """,
        """
        func Case.f(%x: f64, %v: arr<f64,1>) -> rec<Case.Pair> mutates %v {
          %0: i32 = const 0
          %1: f64 = load %v[%0]
          %2: f64 = mul %1, %x
          %v1: arr<f64,1> = store %v[%0], %2
          %3: f64 = mul %x, %x
          return %3, %v1, %v1
        }
        """);
  }

  @Test
  void theReceiverIsItsFields() {
    assertBecomes(
        """
        double k;
        @Differentiable double f(double x) {
          return k * x + g();
        }
        private double g() {
          return k * k;
        }
        """,
        """
        func Case.f(%self: obj<Case>, %k: f64, %x: f64) -> f64 {
          %0: f64 = mul %k, %x
          %1: f64 = mul %k, %k
          %2: f64 = add %0, %1
          return %2
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, LoweredSource.of(members).print());
  }
}
