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

  private static IrFunction simplify(IrFunction function) {
    return RewriteWalk.apply(function, new Branches()::rewrite);
  }
}
