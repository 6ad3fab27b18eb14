package dev.adjoint.processor.simplify;

import org.junit.jupiter.api.Test;

/** What writes into the caller's arrays, and carried values, keep alive. */
class LivenessTest {
  /** The result of the loop is read by nobody, and yet the array goes round in it. */
  @Test
  void theCallersArrayIsCarriedByTheLoopThatWritesIntoIt() {
    Passes.assertStays(
        DeadCode::eliminate,
        """
        func Case.f(%a: arr<f64,1>, %n: i32, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %1: i32 = const 1
          %a1: arr<f64,1>, %i: i32 = loop @loop (%a2: arr<f64,1> = %a, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %a3: arr<f64,1> = store %a2[%i1], %x
            %i2: i32 = add %i1, %1
            yield %a3, %i2
          }
          return %x
        }
        """);
  }

  @Test
  void theCallersArrayIsYieldedByTheBranchesAroundAWrite() {
    Passes.assertStays(
        DeadCode::eliminate,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %n: i32, %p: bool, %x: f64) -> f64 mutates %a, %b {
          %0: i32 = const 0
          %1: i32 = const 1
          %a1: arr<f64,1>, %b1: arr<f64,1>, %i: i32 = loop @loop (%a2: arr<f64,1> = %a, %b2: arr<f64,1> = %b, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %a3: arr<f64,1>, %b3: arr<f64,1> = if %p @if {
              %a4: arr<f64,1> = store %a2[%i1], %x
              yield %a4, %b2
            } else {
              %b4: arr<f64,1> = store %b2[%i1], %x
              yield %a2, %b4
            }
            %i2: i32 = add %i1, %1
            yield %a3, %b3, %i2
          }
          return %x
        }
        """);
  }

  /** Not so for numbers, nor for arrays that a branch leaves as they are. */
  @Test
  void aBranchYieldsTheArrayThatIsWrittenInIt() {
    Passes.assertBecomes(
        DeadCode::eliminate,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %n: i32, %p: bool, %x: f64) -> f64 mutates %a {
          %y: f64, %b1: arr<f64,1>, %a1: arr<f64,1> = if %p @if {
            %a2: arr<f64,1> = if %p @if1 {
              %a3: arr<f64,1> = store %a[%n], %x
              yield %a3
            } else {
              yield %a
            }
            yield %x, %b, %a2
          } else {
            yield %x, %b, %a
          }
          return %x
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %n: i32, %p: bool, %x: f64) -> f64 mutates %a {
          %a1: arr<f64,1> = if %p @if {
            %a2: arr<f64,1> = if %p @if1 {
              %a3: arr<f64,1> = store %a[%n], %x
              yield %a3
            } else {
              yield %a
            }
            yield %a2
          } else {
            yield %a
          }
          return %x
        }
        """);
  }

  @Test
  void anArrayThatIsNotWrittenIsNotCarriedForItself() {
    Passes.assertBecomes(
        DeadCode::eliminate,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %n: i32, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %1: i32 = const 1
          %c: arr<f64,1> = allocate %n
          %a1: arr<f64,1>, %b1: arr<f64,1>, %c1: arr<f64,1>, %i: i32 = loop @loop (%a2: arr<f64,1> = %a, %b2: arr<f64,1> = %b, %c2: arr<f64,1> = %c, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %a3: arr<f64,1> = store %a2[%i1], %x
            %c3: arr<f64,1> = store %c2[%i1], %x
            %i2: i32 = add %i1, %1
            yield %a3, %b2, %c3, %i2
          }
          return %x
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %b: arr<f64,1>, %n: i32, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %1: i32 = const 1
          %a1: arr<f64,1>, %i: i32 = loop @loop (%a2: arr<f64,1> = %a, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %a3: arr<f64,1> = store %a2[%i1], %x
            %i2: i32 = add %i1, %1
            yield %a3, %i2
          }
          return %x
        }
        """);
  }

  /** No iteration reads what the one before it left. */
  @Test
  void theLastValueIsCarriedThoughNoIterationReadsIt() {
    Passes.assertStays(
        DeadCode::eliminate,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %last: f64, %i: i32 = loop @loop (%last1: f64 = %x, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %last2: f64 = convert %i1
            %i2: i32 = add %i1, %1
            yield %last2, %i2
          }
          return %last
        }
        """);
  }

  @Test
  void whatALoopIsScheduledByIsNeeded() {
    Passes.assertStays(
        DeadCode::eliminate,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %2: i32 = add %n, %1
          %schedule: obj<dev.adjoint.Schedule> = invoke Schedule.of(%n)
          %x1: f64, %i: i32 = loop @loop (%x2: f64 = %x, %i1: i32 = %0) plan %2, %schedule while {
            %3: bool = lt %i1, %n
            yield %3
          } do {
            %x3: f64 = mul %x2, %x2
            %i2: i32 = add %i1, %1
            yield %x3, %i2
          }
          return %x1
        }
        """);
  }

  /** The array could once have been swapped with another one; the second name is not written to. */
  @Test
  void aSecondNameThatALoopLeavesAsItIsGoes() {
    Passes.assertBecomes(
        DeadCode::eliminate,
        """
        func Case.f(%a: arr<f64,1>, %n: i32, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %1: i32 = const 1
          %a1: arr<f64,1>, %a2: arr<f64,1>, %i: i32 = loop @loop (%a3: arr<f64,1> = %a, %a4: arr<f64,1> = %a, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %a5: arr<f64,1> = store %a3[%i1], %x
            %i2: i32 = add %i1, %1
            yield %a5, %a4, %i2
          }
          return %x
        }
        """,
        """
        func Case.f(%a: arr<f64,1>, %n: i32, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %1: i32 = const 1
          %a1: arr<f64,1>, %i: i32 = loop @loop (%a2: arr<f64,1> = %a, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %a3: arr<f64,1> = store %a2[%i1], %x
            %i2: i32 = add %i1, %1
            yield %a3, %i2
          }
          return %x
        }
        """);
  }

  @Test
  void aBranchInWhichTheCallersArrayIsWrittenYieldsIt() {
    Passes.assertStays(
        DeadCode::eliminate,
        """
        func Case.f(%a: arr<f64,1>, %p: bool, %x: f64) -> f64 mutates %a {
          %0: i32 = const 0
          %a1: arr<f64,1> = if %p @if {
            %a2: arr<f64,1> = store %a[%0], %x
            yield %a2
          } else {
            yield %a
          }
          return %x
        }
        """);
  }

  /** A branch inside yields the array twice, as what was written and as what it was before. */
  @Test
  void branchesYieldTheLastVersionOnceASwapIsRuledOut() {
    Passes.assertBecomes(
        Simplifier::simplify,
        """
        func Case.f(%p: bool, %q: bool, %n: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %1: bool = const false
          %b: arr<f64,1> = allocate %n
          %a: arr<f64,1> = allocate %n
          %a1: arr<f64,1>, %a2: arr<f64,1> = if %p @if {
            %a3: arr<f64,1>, %a4: arr<f64,1> = if %q @if1 {
              %a5: arr<f64,1> = if %1 @if2 {
                yield %b
              } else {
                yield %a
              }
              %a6: arr<f64,1> = store %a5[%0], %x
              yield %a6, %a
            } else {
              %a7: arr<f64,1> = store %a[%n], %x
              yield %a7, %a7
            }
            yield %a3, %a4
          } else {
            yield %a, %a
          }
          %2: f64 = load %a1[%0]
          return %2
        }
        """,
        """
        func Case.f(%p: bool, %q: bool, %n: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %a: arr<f64,1> = allocate %n
          %a1: arr<f64,1> = if %p @if {
            %a3: arr<f64,1> = if %q @if1 {
              %a6: arr<f64,1> = store %a[%0], %x
              yield %a6
            } else {
              %a7: arr<f64,1> = store %a[%n], %x
              yield %a7
            }
            yield %a3
          } else {
            yield %a
          }
          %2: f64 = load %a1[%0]
          return %2
        }
        """);
  }

  /** The same with a loop that goes on from what the branch yields as the array before. */
  @Test
  void aLoopSupersedesWhatItGoesOnFrom() {
    Passes.assertBecomes(
        Simplifier::simplify,
        """
        func Case.f(%p: bool, %n: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %2: bool = const false
          %b: arr<f64,1> = allocate %n
          %a: arr<f64,1> = allocate %n
          %a1: arr<f64,1>, %a2: arr<f64,1> = if %p @if {
            %a3: arr<f64,1> = if %2 @if1 {
              yield %b
            } else {
              yield %a
            }
            %a4: arr<f64,1>, %i: i32 = loop @loop (%a5: arr<f64,1> = %a3, %i1: i32 = %0) while {
              %3: bool = lt %i1, %n
              yield %3
            } do {
              %a6: arr<f64,1> = store %a5[%i1], %x
              %i2: i32 = add %i1, %1
              yield %a6, %i2
            }
            yield %a4, %a
          } else {
            %a7: arr<f64,1> = store %a[%0], %x
            yield %a7, %a7
          }
          %4: f64 = load %a1[%0]
          return %4
        }
        """,
        """
        func Case.f(%p: bool, %n: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %a: arr<f64,1> = allocate %n
          %a1: arr<f64,1> = if %p @if {
            %a4: arr<f64,1>, %i: i32 = loop @loop (%a5: arr<f64,1> = %a, %i1: i32 = %0) while {
              %3: bool = lt %i1, %n
              yield %3
            } do {
              %a6: arr<f64,1> = store %a5[%i1], %x
              %i2: i32 = add %i1, %1
              yield %a6, %i2
            }
            yield %a4
          } else {
            %a7: arr<f64,1> = store %a[%0], %x
            yield %a7
          }
          %4: f64 = load %a1[%0]
          return %4
        }
        """);
  }

  /** A loop in one of them carries the array as what it was, too, and does not write that. */
  @Test
  void branchesYieldTheLatestVersionThoughALoopCarriesAnOlderOne() {
    Passes.assertBecomes(
        Simplifier::simplify,
        """
        func Case.f(%p: bool, %q: bool, %n: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %2: bool = const false
          %b: arr<f64,1> = allocate %n
          %a: arr<f64,1> = allocate %n
          %a1: arr<f64,1>, %a2: arr<f64,1> = if %p @if {
            %a3: arr<f64,1> = if %2 @if1 {
              yield %b
            } else {
              yield %a
            }
            %a4: arr<f64,1> = store %a3[%0], %x
            yield %a4, %a
          } else {
            yield %a, %a
          }
          %a5: arr<f64,1>, %a6: arr<f64,1> = if %q @if2 {
            %a7: arr<f64,1>, %a8: arr<f64,1>, %i: i32 = loop @loop (%a9: arr<f64,1> = %a1, %a10: arr<f64,1> = %a2, %i1: i32 = %0) while {
              %3: bool = lt %i1, %n
              yield %3
            } do {
              %a11: arr<f64,1> = store %a9[%i1], %x
              %i2: i32 = add %i1, %1
              yield %a11, %a10, %i2
            }
            yield %a7, %a8
          } else {
            yield %a1, %a2
          }
          %4: f64 = load %a5[%0]
          return %4
        }
        """,
        """
        func Case.f(%p: bool, %q: bool, %n: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %a: arr<f64,1> = allocate %n
          %a1: arr<f64,1> = if %p @if {
            %a4: arr<f64,1> = store %a[%0], %x
            yield %a4
          } else {
            yield %a
          }
          %a5: arr<f64,1> = if %q @if2 {
            %a7: arr<f64,1>, %i: i32 = loop @loop (%a9: arr<f64,1> = %a1, %i1: i32 = %0) while {
              %3: bool = lt %i1, %n
              yield %3
            } do {
              %a11: arr<f64,1> = store %a9[%i1], %x
              %i2: i32 = add %i1, %1
              yield %a11, %i2
            }
            yield %a7
          } else {
            yield %a1
          }
          %4: f64 = load %a5[%0]
          return %4
        }
        """);
  }

  /** As in a loop that was fused with its reverse. */
  @Test
  void aTurnKeepsNoLoopAlive() {
    Passes.assertBecomes(
        DeadCode::eliminate,
        """
        func Case.f(%n: i32, %x: f64) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %i: i32 = loop @loop (%i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            turn
            %i2: i32 = add %i1, %1
            yield %i2
          }
          turn
          return %x
        }
        """,
        """
        func Case.f(%n: i32, %x: f64) -> f64 {
          turn
          return %x
        }
        """);
  }
}
