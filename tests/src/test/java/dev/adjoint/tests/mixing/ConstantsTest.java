package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSame;
import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

/** What is a constant for the first derivative stays one for the second. */
class ConstantsTest {
  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);

  @Test
  void detachedTensors() {
    assertSameDerivatives(
        in -> EnergiesGrad.detached(in[0], in[1]), in -> Energies.detached(in[0], in[1]), w, x);
  }

  @Test
  void blocksWithoutGradients() {
    assertSameDerivatives(
        in -> EnergiesGrad.withoutGrad(in[0], in[1]),
        in -> Energies.withoutGrad(in[0], in[1]),
        w,
        x);
  }

  @Test
  void stoppedGradients() {
    assertSameDerivatives(
        in -> EnergiesGrad.stopped(in[0], x), in -> Energies.stopped(in[0], x), w);
  }

  @Test
  void argumentsThatAreReturnedStayAsTheyAre() {
    Tensor value = EnergiesGrad.chosen(x, w);
    assertEquals("ChosenBackward", value.gradFn().name());
    value.sum().backward();
    assertNull(w.grad());
    assertNull(w.gradFn());
    assertSame(Tensor.zerosLike(x), x.grad());
    assertFalse(EnergiesGrad.chosen(x.detach(), w).requiresGrad());
  }
}
