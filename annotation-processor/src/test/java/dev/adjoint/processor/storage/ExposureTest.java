package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExposureTest {
  @Test
  void elementsAreReadAgainWhereNobodyWritesBetweenTheSweeps() {
    assertFalse(stored(Exposure.NONE).contains("allocate"));
  }

  @Test
  void elementsAreKeptWhereACallerMayWriteBetweenTheSweeps() {
    assertTrue(stored(new Exposure(Set.of(0), false)).contains("allocate"));
  }

  private static String stored(Exposure exposure) {
    IrFunction adjoint =
        Simplifier.simplify(Adjoints.build(Programs.ROSENBROCK, AdjointForm.SWEEPS));
    IrFunction decided = KeepOrRecompute.decide(adjoint, exposure, Keeping.CHEAPER);
    return IrPrinter.print(TapeStorage.assign(decided, exposure));
  }
}
