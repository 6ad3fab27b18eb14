package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.simplify.Simplifier;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a loop's tapes: to count its iterations is advised where nothing counts them. */
class LoopTapesTest {
  private static final SourceRange SOURCE = new SourceRange(3, 8);

  @Test
  void aCountedLoopKeepsInAnArray() {
    LoopTapes tapes = LoopTapes.of(stored(Programs.SCALAR_LOOP)).getFirst();
    assertFalse(tapes.isGrowing());
    assertEquals("t", tapes.kept());
    assertEquals(8, tapes.bytes());
    assertEquals(SOURCE, tapes.loop());
  }

  @Test
  void anUncountedLoopGrows() {
    LoopTapes tapes = LoopTapes.of(stored(Programs.WHILE_WITH_BREAK)).getFirst();
    assertTrue(tapes.isGrowing());
  }

  @Test
  void arraysOfACountedLoopAreNoReasonToCountIt() {
    List<LoopTapes> all = LoopTapes.of(stored(Programs.LOCAL_ARRAY));
    assertFalse(all.isEmpty());
    assertTrue(all.stream().noneMatch(LoopTapes::isGrowing));
  }

  @Test
  void aLoopThatKeepsNothingIsNotSpokenOf() {
    assertEquals(List.of(), LoopTapes.of(stored(Programs.ROSENBROCK)));
    assertEquals(
        "Keeps nothing of a loop iteration.", TapeCost.describe(stored(Programs.ROSENBROCK)));
    assertEquals("", TapeCost.describe(stored(Programs.BRANCH)));
  }

  @Test
  void theCostIsSaidInASentence() {
    assertEquals(
        "Keeps {@code t} of each loop iteration.", TapeCost.describe(stored(Programs.SCALAR_LOOP)));
    assertTrue(TapeCost.describe(stored(Programs.WHILE_WITH_BREAK)).endsWith("on growing tapes."));
  }

  private static IrFunction stored(String primal) {
    IrFunction adjoint = Simplifier.simplify(Adjoints.valueAndGrad(primal));
    IrFunction stored = TapeStorage.assign(KeepOrRecompute.decide(adjoint));
    List<Op> ops = stored.body().ops().stream().map(LoopTapesTest::fromSource).toList();
    return stored.withBody(stored.body().withOps(ops));
  }

  private static Op fromSource(Op op) {
    return op instanceof FlowOp.Loop loop
        ? new FlowOp.Loop(
            loop.results(),
            loop.inits(),
            loop.arguments(),
            loop.test(),
            loop.body(),
            loop.label(),
            SOURCE)
        : op;
  }
}
