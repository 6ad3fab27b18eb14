package dev.adjoint.processor.storage;

/** Primal functions in IR text. */
final class Programs {
  private Programs() {}

  /** {@code t = t > 1 ? t * 0.5 + sin(x) : t * t + x; s += t * i}, n times. */
  static final String SCALAR_LOOP =
      """
      func Case.f(%x: f64, %n: i32) -> f64 {
        %0: i32 = const 0
        %1: f64 = const 0.0
        %s: f64, %t: f64, %i: i32 = loop @loop (%s1: f64 = %1, %t1: f64 = %x, %i1: i32 = %0) while {
          %2: bool = lt %i1, %n
          yield %2
        } do {
          %3: f64 = const 1.0
          %4: bool = gt %t1, %3
          %t2: f64 = if %4 @if {
            %5: f64 = const 0.5
            %6: f64 = mul %t1, %5
            %7: f64 = invoke Math.sin(%x)
            %t3: f64 = add %6, %7
            yield %t3
          } else {
            %8: f64 = mul %t1, %t1
            %t4: f64 = add %8, %x
            yield %t4
          }
          %9: f64 = convert %i1
          %10: f64 = mul %t2, %9
          %s2: f64 = add %s1, %10
          %11: i32 = const 1
          %i2: i32 = add %i1, %11
          yield %s2, %t2, %i2
        }
        return %s
      }
      """;

  /** Rosenbrock's function of an array. */
  static final String ROSENBROCK =
      """
      func Case.f(%x: arr<f64,1>) -> f64 {
        %0: i32 = const 0
        %1: f64 = const 0.0
        %s: f64, %i: i32 = loop @loop (%s1: f64 = %1, %i1: i32 = %0) while {
          %2: i32 = length %x
          %3: i32 = const 1
          %4: i32 = sub %2, %3
          %5: bool = lt %i1, %4
          yield %5
        } do {
          %6: i32 = const 1
          %7: i32 = add %i1, %6
          %8: f64 = load %x[%7]
          %9: f64 = load %x[%i1]
          %10: f64 = load %x[%i1]
          %11: f64 = mul %9, %10
          %a: f64 = sub %8, %11
          %12: f64 = const 1.0
          %13: f64 = load %x[%i1]
          %b: f64 = sub %12, %13
          %14: f64 = const 100.0
          %15: f64 = mul %14, %a
          %16: f64 = mul %15, %a
          %17: f64 = mul %b, %b
          %18: f64 = add %16, %17
          %s2: f64 = add %s1, %18
          %19: i32 = const 1
          %i2: i32 = add %i1, %19
          yield %s2, %i2
        }
        return %s
      }
      """;

  /** In-place stencil on a copy, swept several times, and the sum of squares. */
  static final String STENCIL =
      """
      func Case.f(%x: arr<f64,1>, %sweeps: i32) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %u: arr<f64,1> = copy %x
        %u1: arr<f64,1>, %t: i32 = loop @outer (%u2: arr<f64,1> = %u, %t1: i32 = %0) while {
          %2: bool = lt %t1, %sweeps
          yield %2
        } do {
          %u3: arr<f64,1>, %k: i32 = loop @inner (%u4: arr<f64,1> = %u2, %k1: i32 = %1) while {
            %3: i32 = length %u4
            %4: i32 = sub %3, %1
            %5: bool = lt %k1, %4
            yield %5
          } do {
            %c: f64 = load %u4[%k1]
            %6: i32 = sub %k1, %1
            %7: f64 = load %u4[%6]
            %8: f64 = const 2.0
            %9: f64 = mul %8, %c
            %10: f64 = sub %7, %9
            %11: i32 = add %k1, %1
            %12: f64 = load %u4[%11]
            %13: f64 = add %10, %12
            %14: f64 = const 0.2
            %15: f64 = mul %14, %13
            %16: f64 = mul %15, %c
            %17: f64 = add %c, %16
            %u5: arr<f64,1> = store %u4[%k1], %17
            %k2: i32 = add %k1, %1
            yield %u5, %k2
          }
          %t2: i32 = add %t1, %1
          yield %u3, %t2
        }
        %18: f64 = const 0.0
        %s: f64, %j: i32 = loop @sum (%s1: f64 = %18, %j1: i32 = %0) while {
          %19: i32 = length %u1
          %20: bool = lt %j1, %19
          yield %20
        } do {
          %v: f64 = load %u1[%j1]
          %21: f64 = mul %v, %v
          %s2: f64 = add %s1, %21
          %j2: i32 = add %j1, %1
          yield %s2, %j2
        }
        return %s
      }
      """;

  /** {@code for i < n, for j < i: s = s * a + sin(s + x * j)}. */
  static final String TRIANGLE =
      """
      func Case.f(%x: f64, %n: i32) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %s: f64, %i: i32 = loop @outer (%s1: f64 = %x, %i1: i32 = %0) while {
          %2: bool = lt %i1, %n
          yield %2
        } do {
          %s2: f64, %j: i32 = loop @inner (%s3: f64 = %s1, %j1: i32 = %0) while {
            %3: bool = lt %j1, %i1
            yield %3
          } do {
            %4: f64 = convert %j1
            %5: f64 = mul %x, %4
            %6: f64 = add %s3, %5
            %7: f64 = invoke Math.sin(%6)
            %8: f64 = mul %s3, %x
            %s4: f64 = add %8, %7
            %j2: i32 = add %j1, %1
            yield %s4, %j2
          }
          %i2: i32 = add %i1, %1
          yield %s2, %i2
        }
        return %s
      }
      """;

  /** {@code while (t < 100 && !exited) { t = t * x; if (t > 50) exited = true else t += 1; }}. */
  static final String WHILE_WITH_BREAK =
      """
      func Case.f(%x: f64) -> f64 {
        %0: bool = const false
        %t: f64, %exited: bool = loop @loop (%t1: f64 = %x, %exited1: bool = %0) while {
          %1: f64 = const 100.0
          %2: bool = lt %t1, %1
          %3: bool = not %exited1
          %4: bool = and %2, %3
          yield %4
        } do {
          %t2: f64 = mul %t1, %x
          %5: f64 = const 50.0
          %6: bool = gt %t2, %5
          %t3: f64, %exited2: bool = if %6 @if {
            %7: bool = const true
            yield %t2, %7
          } else {
            %8: f64 = const 1.0
            %9: f64 = add %t2, %8
            %10: bool = const false
            yield %9, %10
          }
          yield %t3, %exited2
        }
        %y: f64 = mul %t, %t
        return %y
      }
      """;

  /** A branch outside loops whose reverse needs a value it computes. */
  static final String BRANCH =
      """
      func Case.f(%x: f64, %y: f64) -> f64 {
        %0: f64 = const 0.0
        %1: bool = gt %x, %0
        %z: f64 = if %1 @if {
          %e: f64 = invoke Math.exp(%x)
          %2: f64 = mul %e, %y
          yield %2
        } else {
          %3: f64 = mul %y, %y
          yield %3
        }
        %4: f64 = mul %z, %x
        return %4
      }
      """;

  /** A local array made in every iteration, filled, and reduced under a condition. */
  static final String LOCAL_ARRAY =
      """
      func Case.f(%x: arr<f64,1>, %n: i32) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %2: f64 = const 1.0
        %s: f64, %i: i32 = loop @outer (%s1: f64 = %2, %i1: i32 = %0) while {
          %3: bool = lt %i1, %n
          yield %3
        } do {
          %4: i32 = length %x
          %w: arr<f64,1> = allocate %4
          %w1: arr<f64,1>, %j: i32 = loop @fill (%w2: arr<f64,1> = %w, %j1: i32 = %0) while {
            %5: bool = lt %j1, %4
            yield %5
          } do {
            %6: f64 = load %x[%j1]
            %7: f64 = mul %6, %s1
            %8: f64 = invoke Math.sin(%7)
            %w3: arr<f64,1> = store %w2[%j1], %8
            %j2: i32 = add %j1, %1
            yield %w3, %j2
          }
          %s2: f64, %k: i32 = loop @use (%s3: f64 = %s1, %k1: i32 = %0) while {
            %9: bool = lt %k1, %4
            yield %9
          } do {
            %10: f64 = load %w1[%k1]
            %11: bool = gt %10, %2
            %s4: f64 = if %11 @if {
              %12: f64 = mul %10, %10
              %13: f64 = add %s3, %12
              yield %13
            } else {
              %14: f64 = mul %10, %s3
              yield %14
            }
            %k2: i32 = add %k1, %1
            yield %s4, %k2
          }
          %i2: i32 = add %i1, %1
          yield %s2, %i2
        }
        return %s
      }
      """;

  /** A loop inside a branch inside a loop, counting down by two. */
  static final String LOOP_IN_BRANCH =
      """
      func Case.f(%x: f64, %n: i32) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %2: i32 = const 2
        %s: f64, %i: i32 = loop @outer (%s1: f64 = %x, %i1: i32 = %0) while {
          %3: bool = lt %i1, %n
          yield %3
        } do {
          %4: i32 = rem %i1, %2
          %5: bool = eq %4, %0
          %s2: f64 = if %5 @if {
            %6: f64 = invoke Math.cos(%s1)
            %s3: f64, %j: i32 = loop @inner (%s4: f64 = %s1, %j1: i32 = %n) while {
              %7: bool = gt %j1, %1
              yield %7
            } do {
              %8: f64 = mul %s4, %6
              %9: f64 = add %8, %x
              %j2: i32 = sub %j1, %2
              yield %9, %j2
            }
            yield %s3
          } else {
            %10: f64 = mul %s1, %x
            yield %10
          }
          %i2: i32 = add %i1, %1
          yield %s2, %i2
        }
        return %s
      }
      """;

  /** {@code y[i] = y[i - 1] * sin(x * y[i - 1])}, written behind the reads. */
  static final String RECURRENCE =
      """
      func Case.f(%x: f64, %n: i32) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %2: i32 = add %n, %1
        %y: arr<f64,1> = allocate %2
        %y1: arr<f64,1> = store %y[%0], %x
        %y2: arr<f64,1>, %i: i32 = loop @loop (%y3: arr<f64,1> = %y1, %i1: i32 = %1) while {
          %3: bool = le %i1, %n
          yield %3
        } do {
          %4: i32 = sub %i1, %1
          %5: f64 = load %y3[%4]
          %6: f64 = mul %x, %5
          %7: f64 = invoke Math.sin(%6)
          %8: f64 = mul %5, %7
          %y4: arr<f64,1> = store %y3[%i1], %8
          %i2: i32 = add %i1, %1
          yield %y4, %i2
        }
        %9: f64 = load %y2[%n]
        return %9
      }
      """;
}
