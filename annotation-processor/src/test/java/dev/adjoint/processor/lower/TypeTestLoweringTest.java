package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tests of classes, casts and tapes, as what is known of the objects. */
class TypeTestLoweringTest {
  @Test
  void whatIsKnownOfAnObjectIsNotAsked() {
    assertBecomes(
        """
        static class Base {
          double v = 1;
        }
        static class Derived extends Base {
          double w = 2;
        }
        @Differentiable static double f(double x) {
          Base b = new Derived();
          b.v = x;
          return b instanceof Derived d ? d.v * d.w : 0;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: obj<Case.Derived> = invoke new Derived() reads_state
          %b: obj<Case.Base> = convert %0
          set %b.v, %x
          %1: bool = invoke %b instanceof Derived
          %d: obj<Case.Derived> = if %1 @if {
            %2: obj<Case.Derived> = convert %b
            yield %2
          } else {
            %3: obj<Case.Derived> = const null
            yield %3
          }
          %4: f64 = if %1 @if1 {
            %5: f64 = invoke %d.v reads_state
            %6: f64 = invoke %d.w reads_state
            %7: f64 = mul %5, %6
            yield %7
          } else {
            %8: i32 = const 0
            %9: f64 = convert %8
            yield %9
          }
          return %4
        }
        """);
  }

  @Test
  void aSealedCastMayFail() {
    assertBecomes(
        """
        sealed interface Shape permits Disc, Square {}
        record Disc(double r) implements Shape {}
        record Square(double side) implements Shape {}
        @Differentiable static double f(Shape shape) {
          return ((Disc) shape).r();
        }
        """,
        """
        func Case.f(%shapeKind: i32, %shapeDiscR: f64, %shapeSquareSide: f64) -> f64 {
          %0: i32 = const 0
          %1: bool = eq %shapeKind, %0
          if %1 @if {
          } else {
            %2: obj<java.lang.ClassCastException> = invoke new ClassCastException() reads_state
            throw %2
          }
          return %shapeDiscR
        }
        """);
  }

  @Test
  void anUnknownObjectIsAsked() {
    assertBecomes(
        """
        @Differentiable(wrt = "x") static double f(double x, Object o) {
          return o instanceof String s && s.length() > 2 ? x * x : x;
        }
        """,
        """
        func Case.f(%x: f64, %o: obj<java.lang.Object>) -> f64 {
          %0: bool = invoke %o instanceof String
          %s: obj<java.lang.String> = if %0 @if {
            %1: obj<java.lang.String> = convert %o
            yield %1
          } else {
            %2: obj<java.lang.String> = const null
            yield %2
          }
          %3: bool = if %0 @if1 {
            %4: i32 = invoke %s.length()
            %5: i32 = const 2
            %6: bool = gt %4, %5
            yield %6
          } else {
            %7: bool = const false
            yield %7
          }
          %8: f64 = if %3 @if2 {
            %9: f64 = mul %x, %x
            yield %9
          } else {
            yield %x
          }
          return %8
        }
        """);
  }

  @Test
  void aTapeGrows() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          var tape = new dev.adjoint.tape.DoubleTape();
          for (int i = 0; i < n; i++) {
            tape.push(x);
          }
          return tape.pop();
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: growing<f64> = const null
          %1: i32 = const 0
          %tapeValues: growing<f64> = allocate\s
          %i: i32 = const 0
          %tapeSize: i32, %i1: i32, %tapeValues1: growing<f64> = loop @for (%tapeSize1: i32 = %1, %i2: i32 = %i, %tapeValues2: growing<f64> = %tapeValues) while {
            %2: bool = lt %i2, %n
            yield %2
          } do {
            %tapeValues3: growing<f64> = store %tapeValues2[%tapeSize1], %x
            %3: i32 = const 1
            %4: i32 = add %tapeSize1, %3
            %5: i32 = const 1
            %i3: i32 = add %i2, %5
            yield %4, %i3, %tapeValues3
          }
          %6: i32 = const 1
          %7: i32 = sub %tapeSize, %6
          %8: f64 = load %tapeValues1[%7]
          return %8
        }
        """);
  }

  @Test
  void severalTensorsComeTogether() {
    assertBecomes(
        """
        @Differentiable static Tensor f(Tensor a) {
          var found = a.sort(0, false);
          return found.values();
        }
        """,
        """
        func Case.f(%a: tensor) -> tensor {
          %0: i32 = const 0
          %1: bool = const false
          %2: tuple<dev.adjoint.MaxResult> = invoke %a.sort(%0, %1)
          %3: i32 = const 0
          %values: tensor = load %2[%3]
          %4: i32 = const 1
          %indices: tensor = load %2[%4]
          return %values
        }
        """);
  }

  @Test
  void aSwitchFallsThrough() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          double s = 0;
          switch (n) {
            case 0:
              s = x;
            case 1:
              s += 1;
              break;
            default:
              s = x * x;
          }
          return s;
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %s: f64 = convert %0
          %1: i32 = const 0
          %2: bool = eq %n, %1
          %s1: f64 = if %2 @if {
            %3: i32 = const 1
            %4: f64 = convert %3
            %s2: f64 = add %x, %4
            yield %s2
          } else {
            %5: i32 = const 1
            %6: bool = eq %n, %5
            %s3: f64 = if %6 @if1 {
              %7: i32 = const 1
              %8: f64 = convert %7
              %s4: f64 = add %s, %8
              yield %s4
            } else {
              %s5: f64 = mul %x, %x
              yield %s5
            }
            yield %s3
          }
          return %s1
        }
        """);
  }

  @Test
  void aSwitchOnTextComparesTexts() {
    assertBecomes(
        """
        @Differentiable(wrt = "x") static double f(double x, String name) {
          return switch (name) {
            case "twice" -> 2 * x;
            case "square", "power" -> x * x;
            default -> 1;
          };
        }
        """,
        """
        func Case.f(%x: f64, %name: obj<java.lang.String>) -> f64 {
          %selector: obj<java.lang.String> = invoke Objects.requireNonNull(%name)
          %0: obj<java.lang.String> = const "twice"
          %1: bool = invoke %selector.equals(%0)
          %2: f64 = if %1 @if {
            %3: i32 = const 2
            %4: f64 = convert %3
            %5: f64 = mul %4, %x
            yield %5
          } else {
            %6: obj<java.lang.String> = const "square"
            %7: bool = invoke %selector.equals(%6)
            %8: bool = if %7 @if1 {
              %9: bool = const true
              yield %9
            } else {
              %10: obj<java.lang.String> = const "power"
              %11: bool = invoke %selector.equals(%10)
              yield %11
            }
            %12: f64 = if %8 @if2 {
              %13: f64 = mul %x, %x
              yield %13
            } else {
              %14: i32 = const 1
              %15: f64 = convert %14
              yield %15
            }
            yield %12
          }
          return %2
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, LoweredSource.of(members).print());
  }
}
