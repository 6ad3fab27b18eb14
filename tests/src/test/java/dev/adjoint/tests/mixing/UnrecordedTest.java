package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.matrix;

import dev.adjoint.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code noGrad} in a generated method, beside the same method in the dynamic graph. */
class UnrecordedTest {
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);
  private final Tensor w = matrix(0.3, 1.2, 0.8, -0.5);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTensorIsChosen(boolean isLarge) {
    assertSameDerivatives(
        in -> UnrecordedGrad.chosen(in[0], in[1], isLarge),
        in -> Unrecorded.chosen(in[0], in[1], isLarge),
        x,
        w);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLoopKeepsTheBest(boolean isLarge) {
    assertSameDerivatives(
        in -> UnrecordedGrad.best(in[0], in[1], isLarge),
        in -> Unrecorded.best(in[0], in[1], isLarge),
        x,
        w);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void arraysListsAndRecordsHoldTensors(boolean isLarge) {
    assertSameDerivatives(
        in -> UnrecordedGrad.held(in[0], in[1], isLarge),
        in -> Unrecorded.held(in[0], in[1], isLarge),
        x,
        w);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void methodsAndLambdasAreCalled(boolean isLarge) {
    assertSameDerivatives(
        in -> UnrecordedGrad.called(in[0], in[1], isLarge),
        in -> Unrecorded.called(in[0], in[1], isLarge),
        x,
        w);
  }
}
