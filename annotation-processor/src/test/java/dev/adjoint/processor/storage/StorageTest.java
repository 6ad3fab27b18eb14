package dev.adjoint.processor.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stage from the joint adjoint to the stored one computes the same. */
class StorageTest {
  static Stream<Arguments> programs() {
    return Stream.of(
        program(Programs.SCALAR_LOOP, 1.3, 7),
        program(Programs.SCALAR_LOOP, 1.3, 0),
        program(Programs.ROSENBROCK, (Object) new double[] {0.3, 0.5, -0.2, 1.1}),
        program(Programs.STENCIL, new double[] {0.3, 0.5, -0.2, 1.1, 0.7}, 3),
        program(Programs.STENCIL, new double[] {0.3}, 3),
        program(Programs.TRIANGLE, 0.7, 5),
        program(Programs.WHILE_WITH_BREAK, 1.5),
        program(Programs.WHILE_WITH_BREAK, 2.9),
        program(Programs.BRANCH, 0.5, 1.7),
        program(Programs.BRANCH, -0.5, 1.7),
        program(Programs.LOCAL_ARRAY, new double[] {0.3, 1.5, -0.2}, 3),
        program(Programs.LOOP_IN_BRANCH, 0.9, 5),
        program(Programs.LOOP_IN_BRANCH, 0.9, 6),
        program(Programs.RECURRENCE, 1.9, 6));
  }

  private static Arguments program(String primal, Object... arguments) {
    return Arguments.of(primal, arguments);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void simplifiedAdjointsComputeTheSameAtEveryStage(String primal, Object[] arguments) {
    IrFunction adjoint = Adjoints.valueAndGrad(primal);
    IrFunction simplified = Simplifier.simplify(adjoint);
    Runs.assertSame(adjoint, simplified, arguments);
    IrFunction decided = KeepOrRecompute.decide(simplified);
    Runs.assertSame(adjoint, decided, arguments);
    IrFunction stored = TapeStorage.assign(decided);
    Runs.assertSame(adjoint, stored, arguments);
    Runs.assertSame(adjoint, Simplifier.simplify(stored), arguments);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void adjointsAsBuiltComputeTheSameAtEveryStage(String primal, Object[] arguments) {
    IrFunction adjoint = Adjoints.valueAndGrad(primal);
    Runs.assertSame(adjoint, TapeStorage.assign(adjoint), arguments);
    IrFunction decided = KeepOrRecompute.decide(adjoint);
    Runs.assertSame(adjoint, decided, arguments);
    Runs.assertSame(adjoint, TapeStorage.assign(decided), arguments);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void nothingIsMirroredAfterwards(String primal, Object[] arguments) {
    String stored = stored(primal);
    assertFalse(stored.contains("mirrors"), stored);
    assertFalse(stored.contains("reverse_loop"), stored);
  }

  @Test
  void aScalarLoopKeepsOneArrayAndTestsAgain() {
    String text = stored(Programs.SCALAR_LOOP);
    String reverse = text.substring(text.indexOf("turn"));
    assertTrue(text.contains("%tTape: arr<f64,1> = allocate"), text);
    assertTrue(text.indexOf("allocate") == text.lastIndexOf("allocate"), text);
    assertTrue(reverse.contains("bool = gt %t"), text);
    assertTrue(reverse.indexOf("Math.cos") < reverse.indexOf("loop"), text);
  }

  @Test
  void elementsThatStayAreReadAgain() {
    String text = stored(Programs.ROSENBROCK);
    assertFalse(text.contains("Tape"), text);
    assertFalse(text.contains("allocate"), text);
  }

  @Test
  void elementsWrittenBehindTheReadsAreReadAgain() {
    String text = stored(Programs.RECURRENCE);
    String forward = text.substring(0, text.indexOf("turn"));
    String reverse = text.substring(text.indexOf("turn"));
    assertTrue(reverse.contains("load %y2["), text);
    assertTrue(forward.contains("%tape: arr<f64,1> = allocate"), "keeps the sine: " + text);
    assertTrue(forward.indexOf("Tape: ") < 0, "keeps the elements too: " + text);
  }

  @Test
  void aLoopWhoseTripCountVariesGetsAGrowingTape() {
    String text = stored(Programs.TRIANGLE);
    assertTrue(text.contains("new DoubleTape()"), text);
  }

  @Test
  void aLoopWithAnExitCountsItsIterations() {
    String text = stored(Programs.WHILE_WITH_BREAK);
    assertTrue(text.contains("%iterations"), text);
  }

  @Test
  void aValueOfABranchOutsideLoopsBecomesItsResult() {
    String text = stored(Programs.BRANCH);
    assertTrue(text.contains("%z: f64, %e: f64 = if"), text);
    assertFalse(text.contains("Tape"), text);
  }

  @Test
  void anArrayMadeInALoopIsKeptByReference() {
    String text = stored(Programs.LOCAL_ARRAY);
    assertTrue(text.contains("new ObjectTape()"), text);
  }

  private static String stored(String primal) {
    IrFunction adjoint = Simplifier.simplify(Adjoints.valueAndGrad(primal));
    IrFunction stored = TapeStorage.assign(KeepOrRecompute.decide(adjoint));
    return IrPrinter.print(Simplifier.simplify(stored));
  }
}
