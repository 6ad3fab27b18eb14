package dev.adjoint.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MethodLoweringTest {
  @Test
  void shortCircuitOperatorsBecomeBranches() {
    assertBecomes(
        """
        @Differentiable static double f(double x, double y) {
          return x > 0 && y > 0 ? x * y : x;
        }
        """,
        """
        func Case.f(%x: f64, %y: f64) -> f64 {
          %0: i32 = const 0
          %1: f64 = convert %0
          %2: bool = gt %x, %1
          %3: bool = if %2 @if {
            %4: i32 = const 0
            %5: f64 = convert %4
            %6: bool = gt %y, %5
            yield %6
          } else {
            %7: bool = const false
            yield %7
          }
          %8: f64 = if %3 @if1 {
            %9: f64 = mul %x, %y
            yield %9
          } else {
            yield %x
          }
          return %8
        }
        """);
  }

  @Test
  void aTestWithEffectsIsCarried() {
    assertBecomes(
        """
        @Differentiable static double f(double x, int n) {
          while (n-- > 0) {
            x *= x;
          }
          return x;
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 1
          %n1: i32 = sub %n, %0
          %1: i32 = const 0
          %2: bool = gt %n, %1
          %again: bool, %x1: f64, %n2: i32 = loop @while (%again1: bool = %2, %x2: f64 = %x, %n3: i32 = %n1) while {
            yield %again1
          } do {
            %x3: f64 = mul %x2, %x2
            %3: i32 = const 1
            %n4: i32 = sub %n3, %3
            %4: i32 = const 0
            %5: bool = gt %n3, %4
            yield %5, %x3, %n4
          }
          return %x1
        }
        """);
  }

  @Test
  void doWhileCarriesItsTest() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          do {
            x /= 2;
          } while (x > 1);
          return x;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: bool = const true
          %again: bool, %x1: f64 = loop @do (%again1: bool = %0, %x2: f64 = %x) while {
            yield %again1
          } do {
            %1: i32 = const 2
            %2: f64 = convert %1
            %x3: f64 = div %x2, %2
            %3: i32 = const 1
            %4: f64 = convert %3
            %5: bool = gt %x3, %4
            yield %5, %x3
          }
          return %x1
        }
        """);
  }

  @Test
  void aRowVariableStandsForTheIndexItWasBoundTo() {
    assertBecomes(
        """
        @Differentiable static double f(double[][] a, int i) {
          double[] row = a[i];
          i = 7;
          row[0] *= row[1];
          return a[i][0];
        }
        """,
        """
        func Case.f(%a: arr<f64,2>, %i: i32) -> f64 mutates %a {
          %i1: i32 = const 7
          %0: i32 = const 0
          %1: f64 = load %a[%i, %0]
          %2: i32 = const 1
          %3: f64 = load %a[%i, %2]
          %4: f64 = mul %1, %3
          %a1: arr<f64,2> = store %a[%i, %0], %4
          %5: i32 = const 0
          %6: f64 = load %a1[%i1, %5]
          return %6, %a1
        }
        """);
  }

  @Test
  void compoundAssignmentReadsTheElementFirst() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          a[0] *= (a[0] = x);
          return a[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %1: f64 = load %a[%0]
          %2: i32 = const 0
          %a1: arr<f64,1> = store %a[%2], %x
          %3: f64 = mul %1, %x
          %a2: arr<f64,1> = store %a1[%0], %3
          %4: i32 = const 0
          %5: f64 = load %a2[%4]
          return %5, %a2
        }
        """);
  }

  @Test
  void aCallYieldsTheNextVersionOfWhatItWrites() {
    assertBecomes(
        """
        static double g(double[] out, double x) {
          out[0] = x;
          return x * x;
        }
        @Differentiable static double f(double[] a, double x) {
          double y = g(a, x);
          return y + a[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %x: f64) -> f64 mutates %a {
          %y: f64, %a1: arr<f64,1> = call Case.g(%a, %x) mutates %a
          %0: i32 = const 0
          %1: f64 = load %a1[%0]
          %2: f64 = add %y, %1
          return %2, %a1
        }
        func Case.g(%out: arr<f64,1>, %x: f64) -> f64 mutates %out {
          %0: i32 = const 0
          %out1: arr<f64,1> = store %out[%0], %x
          %1: f64 = mul %x, %x
          return %1, %out1
        }
        """);
  }

  @Test
  void aRowIsCopiedForACalleeThatOnlyReadsIt() {
    assertBecomes(
        """
        static double first(double[] v) {
          return v[0];
        }
        @Differentiable static double f(double[][] a) {
          return first(a[1]);
        }
        """,
        """
        func Case.f(%a: arr<f64,2>) -> f64 {
          %0: i32 = const 1
          %1: arr<f64,1> = copy %a[%0]
          %2: f64 = call Case.first(%1)
          return %2
        }
        func Case.first(%v: arr<f64,1>) -> f64 {
          %0: i32 = const 0
          %1: f64 = load %v[%0]
          return %1
        }
        """);
  }

  @Test
  void oneArrayForTwoParametersIsUnsupportedIfOneIsWritten() {
    assertBecomes(
        """
        static void add(double[] to, double[] from) {
          to[0] += from[0];
        }
        @Differentiable static double f(double[] a) {
          add(a, a);
          return a[0];
        }
        """,
        """
        func Case.f(%a: arr<f64,1>) -> f64 mutates %a {
          %a1: arr<f64,1> = unsupported ADJ0304 "add(…)" (%a, %a, %a)
          %0: i32 = const 0
          %1: f64 = load %a1[%0]
          return %1, %a1
        }
        func Case.add(%to: arr<f64,1>, %from: arr<f64,1>) -> void mutates %to {
          %0: i32 = const 0
          %1: f64 = load %to[%0]
          %2: i32 = const 0
          %3: f64 = load %from[%2]
          %4: f64 = add %1, %3
          %to1: arr<f64,1> = store %to[%0], %4
          return %to1
        }
        """);
  }

  @Test
  void whatNoGradAssignsIsStopped() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double y = x;
          double z;
          try (var _ = Autograd.noGrad()) {
            y = x * x;
            z = x;
          }
          return y + z;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %y: f64 = mul %x, %x
          %y1: f64 = stop_gradient %y
          %0: f64 = add %y1, %x
          return %0
        }
        """);
  }

  @Test
  void aWriteIntoAStaticArrayIsUnsupported() {
    assertBecomes(
        """
        static final double[] CACHE = new double[4];
        @Differentiable static double f(double x) {
          CACHE[0] = x;
          return CACHE[0] * x;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %CACHE: arr<f64,1> = invoke Case.CACHE
          %0: i32 = const 0
          %CACHE1: arr<f64,1> = unsupported ADJ0301 "CACHE[…] = …" (%CACHE, %x)
          %CACHE2: arr<f64,1> = invoke Case.CACHE
          %1: i32 = const 0
          %2: f64 = load %CACHE2[%1]
          %3: f64 = mul %2, %x
          return %3
        }
        """);
  }

  @Test
  void aThrowEndsItsBranch() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          if (x < 0) {
            throw new IllegalArgumentException("negative");
          }
          double r = Math.sqrt(x);
          return r;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: i32 = const 0
          %1: f64 = convert %0
          %2: bool = lt %x, %1
          if %2 @if {
            %3: obj<java.lang.String> = const "negative"
            %4: obj<java.lang.IllegalArgumentException> = invoke new IllegalArgumentException(%3) reads_state
            throw %4
          } else {
          }
          %r: f64 = invoke Math.sqrt(%x)
          return %r
        }
        """);
  }

  @Test
  void anUnsupportedStatementAssignsWhatItMayWrite() {
    assertBecomes(
        """
        @Differentiable static double f(double x) {
          double y = 0;
          try {
            y = x * x;
          } catch (RuntimeException e) {
            y = 1;
          }
          return y;
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: i32 = const 0
          %y: f64 = convert %0
          %y1: f64 = unsupported ADJ0401 "try { y = x * x; } catch (RuntimeException e) { y = 1; }" (%y, %x)
          return %y1
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, LoweredSource.of(members).print());
  }
}
