package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Arrays are versions of one object, by whatever name they are written into. */
class ArrayLoweringTest {
  @Test
  void aCopyOfARangeIsALoop() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double[] b, int n) {
          System.arraycopy(a, 1, b, 0, n);
          return b[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %n: i32) -> f64 mutates %b {
          %fromStart: i32 = const 1
          %toStart: i32 = const 0
          %0: i32 = const 0
          %1: bool = lt %fromStart, %0
          %2: bool = if %1 @if {
            %3: bool = const true
            yield %3
          } else {
            %4: i32 = const 0
            %5: bool = lt %toStart, %4
            yield %5
          }
          %6: bool = if %2 @if1 {
            %7: bool = const true
            yield %7
          } else {
            %8: i32 = const 0
            %9: bool = lt %n, %8
            yield %9
          }
          %10: bool = if %6 @if2 {
            %11: bool = const true
            yield %11
          } else {
            %12: i32 = length %a
            %13: i32 = sub %12, %n
            %14: bool = lt %13, %fromStart
            %15: bool = if %14 @if3 {
              %16: bool = const true
              yield %16
            } else {
              %17: i32 = length %b
              %18: i32 = sub %17, %n
              %19: bool = lt %18, %toStart
              yield %19
            }
            yield %15
          }
          if %10 @if4 {
            %20: obj<java.lang.String> = const "double"
            %21: i32 = length %a
            %22: i32 = length %b
            %23: obj<java.lang.RuntimeException> = invoke RangeExceptions.arraycopy(%20, %21, %fromStart, %22, %toStart, %n)
            throw %23
          } else {
          }
          %copied: arr<f64,1> = copy %a
          %offset: i32 = const 0
          %offset1: i32, %b1: arr<f64,1> = loop @for (%offset2: i32 = %offset, %b2: arr<f64,1> = %b) while {
            %24: bool = lt %offset2, %n
            yield %24
          } do {
            %25: i32 = add %toStart, %offset2
            %26: i32 = add %fromStart, %offset2
            %27: f64 = load %copied[%26]
            %b3: arr<f64,1> = store %b2[%25], %27
            %28: i32 = const 1
            %offset3: i32 = add %offset2, %28
            yield %offset3, %b3
          }
          %29: i32 = const 0
          %30: f64 = load %b1[%29]
          return %30, %b1
        }
        """);
  }

  @Test
  void fillingIsALoop() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          java.util.Arrays.fill(a, x);
          return a[1];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %x: f64) -> f64 mutates %a {
          %index: i32 = const 0
          %index1: i32, %a1: arr<f64,1> = loop @for (%index2: i32 = %index, %a2: arr<f64,1> = %a) while {
            %0: i32 = length %a2
            %1: bool = lt %index2, %0
            yield %1
          } do {
            %a3: arr<f64,1> = store %a2[%index2], %x
            %2: i32 = const 1
            %index3: i32 = add %index2, %2
            yield %index3, %a3
          }
          %3: i32 = const 1
          %4: f64 = load %a1[%3]
          return %4, %a1
        }
        """);
  }

  @Test
  void aRowHasTwoNamesUntilItIsWrittenIntoUnderOne() {
    assertBecomes(
        """
        @Differentiable static double f(double[][] a, double[] row, double x) {
          a[0] = row;
          a[0][1] = x;
          return row[1];
        }
        """,
        """
        func Case.f(%a: arr<f64,2>, %row: arr<f64,1>, %x: f64) -> f64 mutates %a, %row {
          %0: i32 = const 0
          %a1: arr<f64,2> = store_row %a[%0], %row
          %1: i32 = const 0
          %2: i32 = const 1
          %a2: arr<f64,2> = store %a1[%1, %2], %x
          %row1: arr<f64,1> = unsupported ADJ0305 "a" (%row, %a2)
          %3: i32 = const 1
          %4: f64 = load %row1[%3]
          return %4, %a2, %row1
        }
        """);
  }

  @Test
  void arraysThatChangePlacesAreCarried() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double[] b, int n) {
          for (int i = 0; i < n; i++) {
            double[] old = a;
            a = b;
            b = old;
            a[0] += b[0];
          }
          return a[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %n: i32) -> f64 mutates %a, %b {
          %i: i32 = const 0
          %a1: arr<f64,1>, %b1: arr<f64,1>, %i1: i32, %a2: arr<f64,1>, %b2: arr<f64,1> = loop @for (%a3: arr<f64,1> = %a, %b3: arr<f64,1> = %b, %i2: i32 = %i, %a4: arr<f64,1> = %a, %b4: arr<f64,1> = %b) while {
            %0: bool = lt %i2, %n
            yield %0
          } do {
            %1: i32 = const 0
            %2: f64 = load %b3[%1]
            %3: i32 = const 0
            %4: f64 = load %a3[%3]
            %5: f64 = add %2, %4
            %b5: arr<f64,1> = store %b3[%1], %5
            %a5: arr<f64,1> = unsupported ADJ0305 "b" (%a4, %b5)
            %b6: arr<f64,1> = unsupported ADJ0305 "b" (%b4, %b5)
            %6: i32 = const 1
            %i3: i32 = add %i2, %6
            yield %b5, %a3, %i3, %a5, %b6
          }
          %7: i32 = const 0
          %8: f64 = load %a1[%7]
          return %8, %a2, %b2
        }
        """);
  }

  @Test
  void oneOfTwoArraysIsWrittenInto() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double[] b, boolean first, double x) {
          double[] to = first ? a : b;
          to[0] = x;
          return a[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %first: bool, %x: f64) -> f64 mutates %a, %b {
          %to: arr<f64,1> = if %first @if {
            yield %a
          } else {
            yield %b
          }
          %0: i32 = const 0
          %to1: arr<f64,1> = store %to[%0], %x
          %a1: arr<f64,1> = unsupported ADJ0305 "to" (%a, %to1)
          %b1: arr<f64,1> = unsupported ADJ0305 "to" (%b, %to1)
          %1: i32 = const 0
          %2: f64 = load %a1[%1]
          return %2, %a1, %b1
        }
        """);
  }

  @Test
  void elementsAreLoopedOverByIndex() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a) {
          double s = 0;
          for (double v : a) {
            s += v * v;
          }
          return s;
        }
        """,
        """
        func Case.f(%a: arr<f64,1>) -> f64 {
          %0: i32 = const 0
          %s: f64 = convert %0
          %index: i32 = const 0
          %s1: f64, %index1: i32 = loop @for (%s2: f64 = %s, %index2: i32 = %index) while {
            %1: i32 = length %a
            %2: bool = lt %index2, %1
            yield %2
          } do {
            %v: f64 = load %a[%index2]
            %3: f64 = mul %v, %v
            %s3: f64 = add %s2, %3
            %4: i32 = const 1
            %index3: i32 = add %index2, %4
            yield %s3, %index3
          }
          return %s1
        }
        """);
  }

  @Test
  void aMethodThatWritesIntoARowBecomesPartOfItsCaller() {
    assertBecomes(
        """
        static void set(double[] to, double x) {
          to[0] = x;
        }
        @Differentiable static double f(double[][] a, double x) {
          set(a[1], x);
          return a[1][0];
        }
        """,
        """
        func Case.f(%a: arr<f64,2>, %x: f64) -> f64 mutates %a {
          %0: i32 = const 1
          %1: i32 = const 0
          %a1: arr<f64,2> = store %a[%0, %1], %x
          %2: i32 = const 1
          %3: i32 = const 0
          %4: f64 = load %a1[%2, %3]
          return %4, %a1
        }
        func Case.set(%to: arr<f64,1>, %x: f64) -> void mutates %to {
          %0: i32 = const 0
          %to1: arr<f64,1> = store %to[%0], %x
          return %to1
        }
        """);
  }

  @Test
  void aRecursiveOneIsGivenACopyThatIsWrittenBack() {
    assertBecomes(
        """
        static void set(double[] to, double x, int n) {
          to[n] = x;
          if (n > 0) {
            set(to, x, n - 1);
          }
        }
        @Differentiable static double f(double[][] a, double x) {
          set(a[1], x, 1);
          return a[1][0];
        }
        """,
        """
        func Case.f(%a: arr<f64,2>, %x: f64) -> f64 mutates %a {
          %0: i32 = const 1
          %1: i32 = const 1
          %a1: arr<f64,2> = store %a[%0, %1], %x
          %2: i32 = const 0
          %3: bool = gt %1, %2
          %a2: arr<f64,2> = if %3 @if {
            %4: i32 = const 1
            %5: i32 = sub %1, %4
            %a3: arr<f64,1> = copy %a1[%0]
            %a4: arr<f64,1> = call Case.set(%a3, %x, %5) mutates %a3
            %offset: i32 = const 0
            %offset1: i32, %a5: arr<f64,2> = loop @for (%offset2: i32 = %offset, %a6: arr<f64,2> = %a1) while {
              %6: i32 = length %a4
              %7: bool = lt %offset2, %6
              yield %7
            } do {
              %8: i32 = const 0
              %9: i32 = add %8, %offset2
              %10: i32 = const 0
              %11: i32 = add %10, %offset2
              %12: f64 = load %a4[%11]
              %a7: arr<f64,2> = store %a6[%0, %9], %12
              %13: i32 = const 1
              %offset3: i32 = add %offset2, %13
              yield %offset3, %a7
            }
            yield %a5
          } else {
            yield %a1
          }
          %14: i32 = const 1
          %15: i32 = const 0
          %16: f64 = load %a2[%14, %15]
          return %16, %a2
        }
        func Case.set(%to: arr<f64,1>, %x: f64, %n: i32) -> void mutates %to {
          %to1: arr<f64,1> = store %to[%n], %x
          %0: i32 = const 0
          %1: bool = gt %n, %0
          %to2: arr<f64,1> = if %1 @if {
            %2: i32 = const 1
            %3: i32 = sub %n, %2
            %to3: arr<f64,1> = call Case.set(%to1, %x, %3) mutates %to1
            yield %to3
          } else {
            yield %to1
          }
          return %to2
        }
        """);
  }

  @Test
  void newRowsMayHaveLengthsOfTheirOwn() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          double[][] a = new double[n][];
          for (int i = 0; i < n; i++) {
            a[i] = new double[i + 1];
          }
          a[1][0] = x;
          return a[1][0];
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %a: arr<f64,2> = allocate %n
          %i: i32 = const 0
          %i1: i32, %a1: arr<f64,2> = loop @for (%i2: i32 = %i, %a2: arr<f64,2> = %a) while {
            %0: bool = lt %i2, %n
            yield %0
          } do {
            %1: i32 = const 1
            %2: i32 = add %i2, %1
            %3: arr<f64,1> = allocate %2
            %a3: arr<f64,2> = store_row %a2[%i2], %3
            %4: i32 = const 1
            %i3: i32 = add %i2, %4
            yield %i3, %a3
          }
          %5: i32 = const 1
          %6: i32 = const 0
          %a4: arr<f64,2> = store %a1[%5, %6], %x
          %7: i32 = const 1
          %8: i32 = const 0
          %9: f64 = load %a4[%7, %8]
          return %9
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, LoweredSource.of(members).print());
  }
}
