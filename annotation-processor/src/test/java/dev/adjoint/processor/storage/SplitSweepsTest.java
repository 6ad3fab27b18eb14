package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitSweepsTest {
  @Test
  void theSweepsTogetherComputeWhatTheJointAdjointDoes() {
    IrFunction joint = stored(Programs.SCALAR_LOOP);
    Sweeps sweeps = SplitSweeps.split(joint, 2);
    IrVerifier.verify(sweeps.forward());
    IrVerifier.verify(sweeps.reverse());
    List<Object> forward = IrInterpreter.runInPlace(sweeps.forward(), 1.3, 7);
    List<Object> frame = new ArrayList<>(forward.subList(1, forward.size()));
    frame.add(2.0);
    List<Object> reverse = IrInterpreter.runInPlace(sweeps.reverse(), frame.toArray());
    assertEquals(
        IrInterpreter.runInPlace(joint, 1.3, 7, 2.0),
        List.of(forward.getFirst(), reverse.getFirst()));
  }

  @Test
  void theFrameHoldsWhatTheReverseSweepReadsButNoLiterals() {
    Sweeps sweeps = SplitSweeps.split(stored(Programs.SCALAR_LOOP), 2);
    List<String> names = sweeps.frame().stream().map(value -> value.name()).toList();
    assertEquals(List.of("x", "n", "tTape"), names);
  }

  private static IrFunction stored(String primal) {
    IrFunction adjoint = Simplifier.simplify(Adjoints.build(primal, AdjointForm.SWEEPS));
    IrFunction stored = TapeStorage.assign(KeepOrRecompute.decide(adjoint));
    return Simplifier.simplify(stored);
  }
}
