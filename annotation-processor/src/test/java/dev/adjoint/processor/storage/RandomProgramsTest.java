package dev.adjoint.processor.storage;

import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs nobody thought of compute the same at every stage. */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("adjoint.random.programs", 60);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void everyStageComputesTheSame(int trips) {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Object[] arguments = {0.7, -0.4, new double[] {0.3, -0.8, 0.5, 1.1}, trips};
      check(RandomProgram.make(seed), arguments);
    }
  }

  private static void check(IrFunction primal, Object... arguments) {
    IrVerifier.verify(primal);
    IrFunction clean = Simplifier.simplify(primal);
    Runs.assertSame(primal, clean, arguments);
    IrFunction adjoint = Adjoints.build(primal, List.of(0, 1, 2), AdjointForm.VALUE_AND_GRAD);
    Runs.assertSame(adjoint, TapeStorage.assign(KeepOrRecompute.decide(adjoint)), arguments);
    IrFunction simplified =
        Simplifier.simplify(Adjoints.build(clean, List.of(0, 1, 2), AdjointForm.VALUE_AND_GRAD));
    Runs.assertSame(adjoint, simplified, arguments);
    IrFunction decided = KeepOrRecompute.decide(simplified);
    Runs.assertSame(adjoint, decided, arguments);
    IrFunction stored = TapeStorage.assign(decided);
    Runs.assertSame(adjoint, stored, arguments);
    Runs.assertSame(adjoint, Simplifier.simplify(stored), arguments);
  }
}
