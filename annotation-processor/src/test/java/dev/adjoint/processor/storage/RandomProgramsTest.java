package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.adjoint.processor.differentiate.AdjointForm;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrInterpreter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.ArrayList;
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
      IrFunction primal = RandomProgram.make(seed);
      check(primal, arguments);
      checkSweeps(primal, arguments);
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

  private static void checkSweeps(IrFunction primal, Object... arguments) {
    IrFunction joint =
        Simplifier.simplify(Adjoints.build(primal, List.of(0, 1, 2), AdjointForm.SWEEPS));
    Sweeps sweeps =
        SplitSweeps.split(TapeStorage.assign(KeepOrRecompute.decide(joint)), arguments.length);
    IrVerifier.verify(sweeps.forward());
    IrVerifier.verify(sweeps.reverse());
    List<Object> cotangents = List.of(1.5, new double[] {0.1, 0.2, 0.3, 0.4});
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(cotangents);
    List<Object> expected = IrInterpreter.run(joint, all.toArray());
    List<Object> forward = IrInterpreter.run(sweeps.forward(), arguments);
    int results = 1 + primal.mutated().size();
    List<Object> across = new ArrayList<>(forward.subList(results, forward.size()));
    across.addAll(cotangents);
    List<Object> actual = new ArrayList<>(forward.subList(0, results));
    actual.addAll(IrInterpreter.run(sweeps.reverse(), across.toArray()));
    assertArrayEquals(expected.toArray(), actual.toArray());
  }
}
