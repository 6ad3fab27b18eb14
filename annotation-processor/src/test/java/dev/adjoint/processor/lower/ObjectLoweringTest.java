package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Objects that nobody else knows are their fields, as variables. */
class ObjectLoweringTest {
  @Test
  void fieldsAreVariables() {
    assertBecomes(
        """
        static class Point {
          double x;
          double y = 1;
        }
        @Differentiable static double f(double v) {
          Point p = new Point();
          p.x = v;
          Point q = p;
          q.y += p.x;
          return p.x * p.y;
        }
        """,
        """
        func Case.f(%v: f64) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = const 0.0
          %2: i32 = const 1
          %3: f64 = convert %2
          %4: f64 = add %3, %v
          %5: f64 = mul %v, %4
          return %5
        }
        """);
  }

  @Test
  void methodsOfAnObjectBecomePartOfTheirCallers() {
    assertBecomes(
        """
        static class Counter {
          double total;
          void add(double v) {
            total += v;
          }
        }
        @Differentiable static double f(double v) {
          Counter c = new Counter();
          c.add(v);
          c.add(2);
          return c.total;
        }
        """,
        """
        func Case.f(%v: f64) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = add %0, %v
          %2: i32 = const 2
          %3: f64 = convert %2
          %4: f64 = add %1, %3
          return %4
        }
        """);
  }

  @Test
  void aBranchJoinsFields() {
    assertBecomes(
        """
        static class Cell {
          double v;
        }
        @Differentiable static double f(double x, boolean b) {
          Cell one = new Cell();
          Cell other = new Cell();
          other.v = 3;
          Cell chosen = one;
          if (b) {
            chosen = other;
          } else {
            one.v = x;
          }
          return chosen.v * x;
        }
        """,
        """
        func Case.f(%x: f64, %b: bool) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = const 0.0
          %2: i32 = const 3
          %3: f64 = convert %2
          %oneV: f64, %chosenV: f64 = if %b @if {
            yield %0, %3
          } else {
            yield %x, %x
          }
          %4: f64 = mul %chosenV, %x
          return %4
        }
        """);
  }

  @Test
  void aLoopCarriesFields() {
    assertBecomes(
        """
        static class Cell {
          double v;
        }
        @Differentiable static double f(double x, int n) {
          Cell cell = new Cell();
          for (int i = 0; i < n; i++) {
            cell.v = cell.v * x + 1;
          }
          return cell.v;
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: f64 = const 0.0
          %i: i32 = const 0
          %cellV: f64, %i1: i32 = loop @for (%cellV1: f64 = %0, %i2: i32 = %i) while {
            %1: bool = lt %i2, %n
            yield %1
          } do {
            %2: f64 = mul %cellV1, %x
            %3: i32 = const 1
            %4: f64 = convert %3
            %5: f64 = add %2, %4
            %6: i32 = const 1
            %i3: i32 = add %i2, %6
            yield %5, %i3
          }
          return %cellV
        }
        """);
  }

  @Test
  void aLoopMayLeaveAnotherObject() {
    assertBecomes(
        """
        static class Pair {
          final double a;
          final double b;
          Pair(double a, double b) {
            this.a = a;
            this.b = b;
          }
        }
        @Differentiable static double f(double x, int n) {
          Pair p = new Pair(x, 1);
          while (n-- > 0) {
            p = new Pair(p.b, p.a * x);
          }
          return p.a;
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = const 0.0
          %2: i32 = const 1
          %3: f64 = convert %2
          %4: i32 = const 1
          %n1: i32 = sub %n, %4
          %5: i32 = const 0
          %6: bool = gt %n, %5
          %again: bool, %n2: i32, %pA: f64, %pB: f64 = loop @while (%again1: bool = %6, %n3: i32 = %n1, %pA1: f64 = %x, %pB1: f64 = %3) while {
            yield %again1
          } do {
            %7: f64 = const 0.0
            %8: f64 = const 0.0
            %9: f64 = mul %pA1, %x
            %10: i32 = const 1
            %n4: i32 = sub %n3, %10
            %11: i32 = const 0
            %12: bool = gt %n3, %11
            yield %12, %n4, %pB1, %9
          }
          return %pA
        }
        """);
  }

  @Test
  void anObjectThatEscapesIsMadeInFact() {
    assertBecomes(
        """
        static class Cell {
          double v;
        }
        @Differentiable static double f(double x) {
          Cell cell = new Cell();
          System.identityHashCode(cell);
          return x * x;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %cell: obj<Case.Cell> = invoke new Cell() reads_state
          %0: i32 = invoke System.identityHashCode(%cell) non_deterministic
          %1: f64 = mul %x, %x
          return %1
        }
        """);
  }

  @Test
  void objectsThatAreComparedAreMadeInFact() {
    assertBecomes(
        """
        static class Cell {
          double v;
        }
        @Differentiable static double f(double x) {
          Cell one = new Cell();
          Cell other = new Cell();
          Cell same = one;
          return (one == same ? x : 1) * (one == other ? 2 : x);
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %one: obj<Case.Cell> = invoke new Cell() reads_state
          %other: obj<Case.Cell> = invoke new Cell() reads_state
          %0: bool = eq %one, %one
          %1: f64 = if %0 @if {
            yield %x
          } else {
            %2: i32 = const 1
            %3: f64 = convert %2
            yield %3
          }
          %4: bool = eq %one, %other
          %5: f64 = if %4 @if1 {
            %6: i32 = const 2
            %7: f64 = convert %6
            yield %7
          } else {
            yield %x
          }
          %8: f64 = mul %1, %5
          return %8
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, LoweredSource.of(members).print());
  }
}
