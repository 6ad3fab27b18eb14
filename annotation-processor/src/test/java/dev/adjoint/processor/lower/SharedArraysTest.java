package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Arrays with several names, rows that come and go, ranges that are checked. */
class SharedArraysTest {
  @Test
  void copiesOfRangesAreCheckedFirst() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, int n) {
          double[] b = java.util.Arrays.copyOfRange(a, 1, n);
          return b[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %n: i32) -> f64 {
          %start: i32 = const 1
          %0: i32 = sub %n, %start
          %1: i32 = const 0
          %2: bool = lt %0, %1
          %3: bool = if %2 @if {
            %4: bool = const true
            yield %4
          } else {
            %5: i32 = const 0
            %6: bool = lt %start, %5
            yield %6
          }
          %7: bool = if %3 @if1 {
            %8: bool = const true
            yield %8
          } else {
            %9: i32 = length %a
            %10: bool = lt %9, %start
            yield %10
          }
          if %7 @if2 {
            %11: obj<java.lang.String> = const "double"
            %12: i32 = length %a
            %13: obj<java.lang.RuntimeException> = invoke RangeExceptions.copyOfRange(%11, %12, %start, %n)
            throw %13
          } else {
          }
          %14: i32 = sub %n, %start
          %b: arr<f64,1> = allocate %14
          %15: i32 = length %a
          %16: bool = le %n, %15
          %17: i32 = if %16 @if3 {
            yield %n
          } else {
            %18: i32 = length %a
            yield %18
          }
          %index: i32, %b1: arr<f64,1> = loop @for (%index1: i32 = %start, %b2: arr<f64,1> = %b) while {
            %19: bool = lt %index1, %17
            yield %19
          } do {
            %20: i32 = sub %index1, %start
            %21: f64 = load %a[%index1]
            %b3: arr<f64,1> = store %b2[%20], %21
            %22: i32 = const 1
            %index2: i32 = add %index1, %22
            yield %index2, %b3
          }
          %23: i32 = const 0
          %24: f64 = load %b1[%23]
          return %24
        }
        """);
  }

  @Test
  void missingRowsAreNull() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double[][] a = new double[2][];
          a[1] = new double[] {x};
          return a[0] == null ? a[1][0] : 1;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: i32 = const 2
          %a: arr<f64,2> = allocate %0
          %1: i32 = const 1
          %2: arr<f64,1> = array %x
          %a1: arr<f64,2> = store_row %a[%1], %2
          %3: i32 = const 0
          %4: i32 = row_shape %a1[%3]
          %5: i32 = const -1
          %6: bool = eq %4, %5
          %7: f64 = if %6 @if {
            %8: i32 = const 1
            %9: i32 = const 0
            %10: f64 = load %a1[%8, %9]
            yield %10
          } else {
            %11: i32 = const 1
            %12: f64 = convert %11
            yield %12
          }
          return %7
        }
        """);
  }

  @Test
  void aChosenArrayIsReadUnderItsName() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double[] b, boolean first) {
          double[] from = first ? a : b;
          return from[0] * from[1];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %first: bool) -> f64 {
          %from: arr<f64,1> = if %first @if {
            yield %a
          } else {
            yield %b
          }
          %0: i32 = const 0
          %1: f64 = load %from[%0]
          %2: i32 = const 1
          %3: f64 = load %from[%2]
          %4: f64 = mul %1, %3
          return %4
        }
        """);
  }

  @Test
  void aRowTakenOutIsRead() {
    assertBecomes(
        """
        @Differentiable static double f(double[][] a, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) {
            double[] row = a[i];
            s += row[0] * row.length;
          }
          return s;
        }
        """,
        """
        func Case.f(%a: arr<f64,2>, %n: i32) -> f64 {
          %0: i32 = const 0
          %s: f64 = convert %0
          %i: i32 = const 0
          %s1: f64, %i1: i32 = loop @for (%s2: f64 = %s, %i2: i32 = %i) while {
            %1: bool = lt %i2, %n
            yield %1
          } do {
            %2: i32 = const 0
            %3: f64 = load %a[%i2, %2]
            %4: i32 = length %a[%i2]
            %5: f64 = convert %4
            %6: f64 = mul %3, %5
            %s3: f64 = add %s2, %6
            %7: i32 = const 1
            %i3: i32 = add %i2, %7
            yield %s3, %i3
          }
          return %s1
        }
        """);
  }

  @Test
  void rowsThatChangePlaces() {
    assertBecomes(
        """
        @Differentiable static double f(double[][] a) {
          double[] first = a[0];
          a[0] = a[1];
          a[1] = first;
          return a[0][0];
        }
        """,
        """
        func Case.f(%a: arr<f64,2>) -> f64 mutates %a {
          %0: i32 = const 0
          %1: i32 = const 0
          %2: i32 = const 1
          %a1: arr<f64,1> = copy %a[%0]
          %a2: arr<f64,2> = store_row %a[%1], %a[%2]
          %3: i32 = const 1
          %a3: arr<f64,2> = store_row %a2[%3], %a1
          %4: i32 = const 0
          %5: i32 = const 0
          %6: f64 = load %a3[%4, %5]
          return %6, %a3
        }
        """);
  }

  @Test
  void everyRowIsCopied() {
    assertBecomes(
        """
        @Differentiable static double f(double[][] a, double x) {
          double[][] c = new double[a.length][];
          for (int i = 0; i < a.length; i++) {
            c[i] = a[i].clone();
          }
          c[0][0] = x;
          return c[0][0] * a[0][0];
        }
        """,
        """
        func Case.f(%a: arr<f64,2>, %x: f64) -> f64 {
          %0: i32 = length %a
          %c: arr<f64,2> = allocate %0
          %i: i32 = const 0
          %i1: i32, %c1: arr<f64,2> = loop @for (%i2: i32 = %i, %c2: arr<f64,2> = %c) while {
            %1: i32 = length %a
            %2: bool = lt %i2, %1
            yield %2
          } do {
            %3: arr<f64,1> = copy %a[%i2]
            %c3: arr<f64,2> = store_row %c2[%i2], %3
            %4: i32 = const 1
            %i3: i32 = add %i2, %4
            yield %i3, %c3
          }
          %5: i32 = const 0
          %6: i32 = const 0
          %c4: arr<f64,2> = store %c1[%5, %6], %x
          %7: i32 = const 0
          %8: i32 = const 0
          %9: f64 = load %c4[%7, %8]
          %10: i32 = const 0
          %11: i32 = const 0
          %12: f64 = load %a[%10, %11]
          %13: f64 = mul %9, %12
          return %13
        }
        """);
  }

  @Test
  void anArrayMayBeNull() {
    assertBecomes(
        """
        @Differentiable static double f(double x, boolean b) {
          double[] a = null;
          if (b) {
            a = new double[] {x};
          }
          return a == null ? x : a[0];
        }
        """,
        """
        func Case.f(%x: f64, %b: bool) -> f64 {
          %a: arr<f64,1> = const null
          %a1: arr<f64,1> = if %b @if {
            %a2: arr<f64,1> = array %x
            yield %a2
          } else {
            yield %a
          }
          %0: arr<f64,1> = const null
          %1: bool = eq %a1, %0
          %2: f64 = if %1 @if1 {
            yield %x
          } else {
            %3: i32 = const 0
            %4: f64 = load %a1[%3]
            yield %4
          }
          return %2
        }
        """);
  }

  @Test
  void aMethodReturnsTheArrayItWasGiven() {
    assertBecomes(
        """
        static double[] scaled(double[] v, double k) {
          v[0] *= k;
          return v;
        }
        @Differentiable static double f(double[] a, double x) {
          double[] b = scaled(a, x);
          return b[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %1: f64 = load %a[%0]
          %2: f64 = mul %1, %x
          %a1: arr<f64,1> = store %a[%0], %2
          %3: i32 = const 0
          %4: f64 = load %a1[%3]
          return %4, %a1
        }
        func Case.scaled(%v: arr<f64,1>, %k: f64) -> arr<f64,1> mutates %v {
          %0: i32 = const 0
          %1: f64 = load %v[%0]
          %2: f64 = mul %1, %k
          %v1: arr<f64,1> = store %v[%0], %2
          return %v1, %v1
        }
        """);
  }

  @Test
  void arraysOfArraysAreFilledRowByRow() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double[][] a = {{x, 1}, {2}};
          a[1][0] += a[0].length;
          return a[1][0];
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: i32 = const 2
          %a: arr<f64,2> = allocate %0
          %1: i32 = const 1
          %2: f64 = convert %1
          %3: arr<f64,1> = array %x, %2
          %4: i32 = const 0
          %a1: arr<f64,2> = store_row %a[%4], %3
          %5: i32 = const 2
          %6: f64 = convert %5
          %7: arr<f64,1> = array %6
          %8: i32 = const 1
          %a2: arr<f64,2> = store_row %a1[%8], %7
          %9: i32 = const 1
          %10: i32 = const 0
          %11: f64 = load %a2[%9, %10]
          %12: i32 = const 0
          %13: i32 = length %a2[%12]
          %14: f64 = convert %13
          %15: f64 = add %11, %14
          %a3: arr<f64,2> = store %a2[%9, %10], %15
          %16: i32 = const 1
          %17: i32 = const 0
          %18: f64 = load %a3[%16, %17]
          return %18
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, LoweredSource.of(members).print());
  }
}
