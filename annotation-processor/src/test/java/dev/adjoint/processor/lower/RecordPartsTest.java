package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Records seen as other types than their own, and handed to what takes them whole. */
class RecordPartsTest {
  @Test
  void aRecordAsOneOfItsSealedType() {
    assertBecomes(
        """
        sealed interface Shape permits Disc, Box {}
        record Disc(double r) implements Shape {}
        record Box(double a, double b) implements Shape {}
        @Differentiable static double f(double x, boolean round) {
          Shape shape = round ? new Disc(x) : new Box(x, 2);
          return shape instanceof Box(var a, var b) ? a * b : 1;
        }
        """,
        """
        func Case.f(%x: f64, %round: bool) -> f64 {
          %chosenKind: i32, %chosenDiscR: f64, %chosenBoxA: f64, %chosenBoxB: f64 = if %round @if {
            %0: i32 = const 0
            %1: f64 = const 0.0
            %2: f64 = const 0.0
            yield %0, %x, %1, %2
          } else {
            %3: i32 = const 2
            %4: f64 = convert %3
            %5: i32 = const 1
            %6: f64 = const 0.0
            yield %5, %6, %x, %4
          }
          %7: i32 = const 1
          %8: bool = eq %chosenKind, %7
          %9: bool, %subject: f64, %a: f64 = if %8 @if1 {
            %10: bool = const true
            yield %10, %chosenBoxA, %chosenBoxA
          } else {
            %11: bool = const false
            %12: f64 = const 0.0
            %13: f64 = const 0.0
            yield %11, %12, %13
          }
          %14: bool, %subject1: f64, %b: f64 = if %9 @if2 {
            %15: bool = const true
            yield %15, %chosenBoxB, %chosenBoxB
          } else {
            %16: bool = const false
            %17: f64 = const 0.0
            %18: f64 = const 0.0
            yield %16, %17, %18
          }
          %19: f64 = if %14 @if3 {
            %20: f64 = mul %a, %b
            yield %20
          } else {
            %21: i32 = const 1
            %22: f64 = convert %21
            yield %22
          }
          return %19
        }
        """);
  }

  @Test
  void aRecordIsPutTogetherForWhatTakesItWhole() {
    assertBecomes(
        """
        record Point(double x, double y) {}
        @Differentiable static double f(Point p) {
          System.out.println(new Point(p.x(), 2));
          return p.x() * p.y();
        }
        """,
        """
        func Case.f(%pX: f64, %pY: f64) -> f64 {
          %0: obj<java.io.PrintStream> = invoke System.out
          %1: i32 = const 2
          %2: f64 = convert %1
          %3: obj<Case.Point> = invoke new Point(%pX, %2) reads_state
          invoke %0.println(%3) writes_state
          %4: f64 = mul %pX, %pY
          return %4
        }
        """);
  }

  @Test
  void aRecordInARecord() {
    assertBecomes(
        """
        record Point(double x, double y) {}
        record Line(Point from, Point to) {}
        @Differentiable static double f(Line line, double k) {
          Line moved = new Line(line.to(), new Point(k, line.from().y()));
          return moved.from().x() * moved.to().y();
        }
        """,
        """
        func Case.f(%lineFromX: f64, %lineFromY: f64, %lineToX: f64, %lineToY: f64, %k: f64) -> f64 {
          %0: f64 = mul %lineToX, %lineFromY
          return %0
        }
        """);
  }

  @Test
  void aLoopCarriesARecord() {
    assertBecomes(
        """
        record State(double x, double v) {
          State next(double h) {
            return new State(x + h * v, v - h * x);
          }
        }
        @Differentiable static double f(State start, double h, int n) {
          State state = start;
          for (int i = 0; i < n; i++) {
            state = state.next(h);
          }
          return state.x();
        }
        """,
        """
        func Case.f(%startX: f64, %startV: f64, %h: f64, %n: i32) -> f64 {
          %i: i32 = const 0
          %stateX: f64, %stateV: f64, %i1: i32 = loop @for (%stateX1: f64 = %startX, %stateV1: f64 = %startV, %i2: i32 = %i) while {
            %0: bool = lt %i2, %n
            yield %0
          } do {
            %1: f64 = mul %h, %stateV1
            %2: f64 = add %stateX1, %1
            %3: f64 = mul %h, %stateX1
            %4: f64 = sub %stateV1, %3
            %5: i32 = const 1
            %i3: i32 = add %i2, %5
            yield %2, %4, %i3
          }
          return %stateX
        }
        """);
  }

  @Test
  void anArrayInARecordIsWrittenInto() {
    assertBecomes(
        """
        record Model(double[] w, double b) {
          void shift(double by) {
            w[0] += by;
          }
        }
        @Differentiable static double f(Model model, double x) {
          model.shift(x);
          return model.w()[0] * model.b();
        }
        """,
        """
        func Case.f(%modelW: arr<f64,1>, %modelB: f64, %x: f64) -> f64 mutates %modelW {
          %0: i32 = const 0
          %1: f64 = load %modelW[%0]
          %2: f64 = add %1, %x
          %modelW1: arr<f64,1> = store %modelW[%0], %2
          %3: i32 = const 0
          %4: f64 = load %modelW1[%3]
          %5: f64 = mul %4, %modelB
          return %5, %modelW1
        }
        """);
  }

  @Test
  void equalsTakesTheRecordsWhole() {
    assertBecomes(
        """
        record Point(double x, int n) {}
        @Differentiable static double f(Point p, Point q) {
          return p.equals(q) ? p.x() : q.x();
        }
        """,
        """
        func Case.f(%pX: f64, %pN: i32, %qX: f64, %qN: i32) -> f64 {
          %0: obj<Case.Point> = invoke new Point(%pX, %pN) reads_state
          %1: obj<Case.Point> = invoke new Point(%qX, %qN) reads_state
          %2: bool = invoke %0.equals(%1) reads_state
          %3: f64 = if %2 @if {
            yield %pX
          } else {
            yield %qX
          }
          return %3
        }
        """);
  }

  @Test
  void aCallOfASealedMethodBecomesPartOfItsCaller() {
    assertBecomes(
        """
        sealed interface Law permits Linear, Power {
          double at(double x);
        }
        record Linear(double k) implements Law {
          public double at(double x) {
            return k * x;
          }
        }
        record Power(double k, int n) implements Law {
          public double at(double x) {
            return k * Math.pow(x, n);
          }
        }
        @Differentiable static double f(Law law, double x) {
          return law.at(x);
        }
        """,
        """
        func Case.f(%lawKind: i32, %lawLinearK: f64, %lawPowerK: f64, %lawPowerN: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %1: bool = eq %lawKind, %0
          %result: f64, %receiverK: f64, %receiverN: i32 = if %1 @if {
            %2: f64 = mul %lawLinearK, %x
            %3: f64 = const 0.0
            %4: i32 = const 0
            yield %2, %3, %4
          } else {
            %5: bool = const true
            %6: f64 = convert %lawPowerN
            %7: f64 = invoke Math.pow(%x, %6)
            %8: f64 = mul %lawPowerK, %7
            yield %8, %lawPowerK, %lawPowerN
          }
          return %result
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, LoweredSource.of(members).print());
  }
}
