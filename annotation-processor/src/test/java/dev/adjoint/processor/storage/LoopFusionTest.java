package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.simplify.Simplifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One loop instead of two where the order of the iterations does not matter, else two. */
class LoopFusionTest {
  private static final String SUM_OF_SQUARES =
      """
      func Case.f(%x: arr<f64,1>) -> f64 {
        %0: i32 = const 0
        %1: f64 = const 0.0
        %s: f64, %i: i32 = loop @loop (%s1: f64 = %1, %i1: i32 = %0) while {
          %2: i32 = length %x
          %3: bool = lt %i1, %2
          yield %3
        } do {
          %4: f64 = load %x[%i1]
          %5: f64 = mul %4, %4
          %s2: f64 = add %s1, %5
          %6: i32 = const 1
          %i2: i32 = add %i1, %6
          yield %s2, %i2
        }
        RETURN
      }
      """;

  @Test
  void independentIterationsAreReversedAtOnce() {
    assertFused(SUM_OF_SQUARES.replace("RETURN", "return %s"), new double[] {0.3, 0.5, -0.2});
    assertFused(Programs.ROSENBROCK, new double[] {0.3, 0.5, -0.2, 1.1});
  }

  @Test
  void theSumMayBeUsedAfterwards() {
    String half = "%c: f64 = const 0.5\n  %h: f64 = mul %s, %c\n  return %h";
    assertFused(SUM_OF_SQUARES.replace("RETURN", half), new double[] {0.3, 0.5, -0.2});
  }

  @Test
  void aReverseThatReadsTheSumComesAfterIt() {
    assertApart(SUM_OF_SQUARES.replace("RETURN", "%p: f64 = mul %s, %s\n  return %p"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Programs.SCALAR_LOOP,
        Programs.STENCIL,
        Programs.TRIANGLE,
        Programs.WHILE_WITH_BREAK,
        Programs.BRANCH,
        Programs.LOCAL_ARRAY,
        Programs.LOOP_IN_BRANCH,
        Programs.RECURRENCE
      })
  void whatDependsOnTheOrderStaysApart(String primal) {
    assertApart(primal);
  }

  private static void assertFused(String primal, Object... arguments) {
    IrFunction adjoint = Simplifier.simplify(Adjoints.valueAndGrad(primal));
    assertTrue(hasReverseLoop(adjoint));
    IrFunction fused = LoopFusion.fuse(adjoint);
    IrVerifier.verify(fused);
    assertFalse(hasReverseLoop(fused));
    Runs.assertSame(adjoint, fused, arguments);
    IrFunction stored = TapeStorage.assign(KeepOrRecompute.decide(fused));
    Runs.assertSame(adjoint, Simplifier.simplify(stored), arguments);
  }

  private static void assertApart(String primal) {
    IrFunction adjoint = Simplifier.simplify(Adjoints.valueAndGrad(primal));
    assertSame(adjoint, LoopFusion.fuse(adjoint));
  }

  private static boolean hasReverseLoop(IrFunction function) {
    return function.body().ops().stream().anyMatch(FlowOp.ReverseLoop.class::isInstance);
  }
}
