package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.IrFunction;
import org.junit.jupiter.api.Test;

class BranchesTest {
  @Test
  void aKnownConditionLeavesOneSide() {
    Passes.assertBecomes(
        BranchesTest::simplify,
        """
        func Case.f(%x: f64) -> f64 {
          %0: bool = const true
          %1: f64 = if %0 @if {
            %2: f64 = mul %x, %x
            yield %2
          } else {
            yield %x
          }
          return %1
        }
        """,
        """
        func Case.f(%x: f64) -> f64 {
          %0: bool = const true
          %1: f64 = mul %x, %x
          return %1
        }
        """);
  }

  @Test
  void whatFollowsAThrowBelongsToTheOtherSideInBothSweeps() {
    Passes.assertBecomes(
        BranchesTest::simplify,
        """
        func Case.f(%x: f64, %c: bool, %e: obj<java.lang.RuntimeException>) -> f64 {
          %0: f64 = const 0.0
          %y: f64 = if %c @if {
            throw %e
            yield %0
          } else {
            %1: f64 = invoke Math.exp(%x)
            yield %1
          }
          turn
          %gradX: f64 = if %c @reverse mirrors @if {
            yield %0
          } else {
            %2: f64 = mul %1, %y
            yield %2
          }
          return %gradX
        }
        """,
        """
        func Case.f(%x: f64, %c: bool, %e: obj<java.lang.RuntimeException>) -> f64 {
          %0: f64 = const 0.0
          if %c @if {
            throw %e
          } else {
          }
          %1: f64 = invoke Math.exp(%x)
          turn
          %2: f64 = mul %1, %1
          return %2
        }
        """);
  }

  @Test
  void equalYieldsNeedNoResult() {
    Passes.assertBecomes(
        function -> DeadCode.eliminate(simplify(function)),
        """
        func Case.f(%x: f64, %c: bool) -> f64 {
          %0: f64, %1: f64 = if %c @if {
            %2: f64 = mul %x, %x
            yield %x, %2
          } else {
            yield %x, %x
          }
          %3: f64 = add %0, %1
          return %3
        }
        """,
        """
        func Case.f(%x: f64, %c: bool) -> f64 {
          %1: f64 = if %c @if {
            %2: f64 = mul %x, %x
            yield %2
          } else {
            yield %x
          }
          %3: f64 = add %x, %1
          return %3
        }
        """);
  }

  @Test
  void aBranchThatYieldsItsConditionIsTheCondition() {
    String branch =
        """
        func Case.f(%%p: bool, %%q: bool) -> bool {
          %%0: bool = const true
          %%1: bool = const false
          %%2: bool, %%3: bool, %%4: bool, %%5: bool = if %%p @if {
            yield %%0, %%1, %%0, %%q
          } else {
            yield %%1, %%0, %%q, %%1
          }
          return %s, %%3, %%4, %%5
        }
        """;
    Passes.assertBecomes(BranchesTest::simplify, branch.formatted("%2"), branch.formatted("%p"));
  }

  @Test
  void aBranchInReverseMirrorsNothingOnceThatIsGone() {
    Passes.assertBecomes(
        BranchesTest::simplify,
        """
        func Case.f(%x: f64, %p: bool, %q: bool) -> f64 {
          %0: bool = const true
          %1: f64 = if %0 @if {
            %2: f64 = mul %x, %x
            yield %2
          } else {
            yield %x
          }
          %3: f64 = if %q @if1 {
            yield %1
          } else {
            yield %x
          }
          turn
          %4: f64 = if %p @reverse mirrors @if {
            yield %3
          } else {
            yield %x
          }
          %5: f64 = if %q @reverse1 mirrors @if1 {
            yield %4
          } else {
            yield %x
          }
          return %5
        }
        """,
        """
        func Case.f(%x: f64, %p: bool, %q: bool) -> f64 {
          %0: bool = const true
          %2: f64 = mul %x, %x
          %3: f64 = if %q @if1 {
            yield %2
          } else {
            yield %x
          }
          turn
          %4: f64 = if %p @reverse {
            yield %3
          } else {
            yield %x
          }
          %5: f64 = if %q @reverse1 mirrors @if1 {
            yield %4
          } else {
            yield %x
          }
          return %5
        }
        """);
  }

  @Test
  void branchesThatThrowOnBothSidesStay() {
    Passes.assertStays(
        BranchesTest::simplify,
        """
        func Case.f(%x: f64, %p: bool, %e: obj<java.lang.RuntimeException>) -> f64 {
          %0: bool = const true
          if %p @if {
            throw %e
          } else {
            throw %e
          }
          if %0 @if1 {
            throw %e
          } else {
          }
          return %x
        }
        """);
  }

  @Test
  void whatABranchInsideChoseStaysInside() {
    Passes.assertStays(
        BranchesTest::simplify,
        """
        func Case.f(%x: f64, %p: bool) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = if %p @if1 {
            yield %0
          } else {
            %2: f64 = if %p @if2 {
              yield %0
            } else {
              %3: f64 = mul %x, %x
              yield %3
            }
            yield %2
          }
          return %1
        }
        """);
  }

  @Test
  void whatAnEarlierBranchChoseIsNotChosenAgain() {
    String earlier =
        """
        func Case.f(%x: f64, %y: f64, %p: bool, %q: bool) -> f64 {
          %0: f64 = const 0.0
          %1: f64 = const 1.0
          %2: f64 = if %p @if1 {
            yield %0
          } else {
            yield %x
          }
        """;
    Passes.assertBecomes(
        BranchesTest::simplify,
        earlier
            + """
              %3: f64 = if %p @if2 {
                yield %0
              } else {
                yield %2
              }
              %4: f64 = add %2, %3
              return %4
            }
            """,
        earlier
            + """
              %3: f64 = if %p @if2 {
                yield %0
              } else {
                yield %2
              }
              %4: f64 = add %2, %2
              return %4
            }
            """);
    Passes.assertStays(
        BranchesTest::simplify,
        earlier
            + """
              %3: f64 = if %p @if2 {
                yield %1
              } else {
                yield %2
              }
              %4: f64 = if %q @if3 {
                yield %0
              } else {
                yield %2
              }
              %5: f64 = if %p @if4 {
                yield %2
              } else {
                yield %0
              }
              %6: f64 = add %3, %4
              %7: f64 = add %6, %5
              return %7
            }
            """);
  }

  private static IrFunction simplify(IrFunction function) {
    return RewriteWalk.apply(function, new Branches()::rewrite);
  }
}
