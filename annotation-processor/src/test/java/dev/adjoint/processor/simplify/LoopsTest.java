package dev.adjoint.processor.simplify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopsTest {
  private static final String BRANCH_IN_LOOP =
      """
      func Case.f(%x: f64, %n: i32) -> f64 {
        %0: i32 = const 0
        %1: i32 = const 1
        %t: f64, %i: i32 = loop @loop (%t1: f64 = %x, %i1: i32 = %0) while {
          %2: bool = lt %i1, %n
          yield %2
        } do {
          %3: bool = gt %t1, %x
          %t2: f64 = if %3 @if {
            %4: f64 = mul %x, %x
            %5: f64 = invoke Math.sin(%4)
            %6: f64 = mul %t1, %5
            yield %6
          } else {
            %7: f64 = invoke Math.cos(%t1)
            %8: i32 = invoke Math.addExact(%n, %n)
            %9: f64 = convert %8
            %10: f64 = mul %7, %9
            yield %10
          }
          %i2: i32 = add %i1, %1
          yield %t2, %i2
        }
        return %t
      }
      """;

  @Test
  void functionsOfInvariantsMoveInFrontOfTheLoopWithTheArithmeticTheyNeed() {
    Passes.assertBecomes(
        LoopInvariants::hoist,
        BRANCH_IN_LOOP,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %4: f64 = mul %x, %x
          %5: f64 = invoke Math.sin(%4)
          %t: f64, %i: i32 = loop @loop (%t1: f64 = %x, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %3: bool = gt %t1, %x
            %t2: f64 = if %3 @if {
              %6: f64 = mul %t1, %5
              yield %6
            } else {
              %7: f64 = invoke Math.cos(%t1)
              %8: i32 = invoke Math.addExact(%n, %n)
              %9: f64 = convert %8
              %10: f64 = mul %7, %9
              yield %10
            }
            %i2: i32 = add %i1, %1
            yield %t2, %i2
          }
          return %t
        }
        """);
  }

  /** What a function in a loop is computed from, and whether both may move out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i32 = div %n, %n | false",
        "i32 = rem %n, %n | false",
        "i32 = sub %n, %n | true",
        "f64 = div %x, %x | true",
        "f64 = rem %x, %x | true",
      })
  void aDivisionOfIntegersStaysInTheLoop(String operation, boolean isMoved) {
    String text =
        """
        func Case.f(%x: f64, %n: i32, %p: bool) -> f64 {
          BEFORE
          %s: f64 = loop @loop (%s1: f64 = %x) while {
            yield %p
          } do {
            INSIDE
            %s2: f64 = add %s1, %2
            yield %s2
          }
          return %s
        }
        """;
    String function =
        """
        %0: OPERATION
        %1: f64 = convert %0
        %2: f64 = invoke Math.sin(%1)
        """
            .replace("OPERATION", operation);
    Passes.assertBecomes(
        LoopInvariants::hoist,
        text.replace("BEFORE", "").replace("INSIDE", function),
        text.replace(isMoved ? "BEFORE" : "INSIDE", function).replaceAll("BEFORE|INSIDE", ""));
  }

  @Test
  void nothingMovesInAPrimal() {
    Passes.assertBecomes(Simplifier::simplify, BRANCH_IN_LOOP, BRANCH_IN_LOOP);
  }

  @Test
  void carriedValuesThatStayAreReadFromOutside() {
    Passes.assertBecomes(
        Simplifier::simplify,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %s: f64, %x1: f64, %i: i32 = loop @loop (%s1: f64 = %x, %x2: f64 = %x, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %s2: f64 = mul %s1, %x2
            %i2: i32 = add %i1, %1
            yield %s2, %x2, %i2
          }
          %3: f64 = add %s, %x1
          return %3
        }
        """,
        """
        func Case.f(%x: f64, %n: i32) -> f64 {
          %0: i32 = const 0
          %1: i32 = const 1
          %s: f64, %i: i32 = loop @loop (%s1: f64 = %x, %i1: i32 = %0) while {
            %2: bool = lt %i1, %n
            yield %2
          } do {
            %s2: f64 = mul %s1, %x
            %i2: i32 = add %i1, %1
            yield %s2, %i2
          }
          %3: f64 = add %s, %x
          return %3
        }
        """);
  }
}
