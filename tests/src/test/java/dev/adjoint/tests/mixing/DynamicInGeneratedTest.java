package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSame;
import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

/** Dynamic code called from a generated method. */
class DynamicInGeneratedTest {
  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);

  @Test
  void aHelperOfAnotherClass() {
    for (Tensor factor : new Tensor[] {x, x.neg().detach().requiresGrad_()}) {
      assertSameDerivatives(
          in -> IslandsGrad.helped(in[0], in[1], 0.7),
          in -> Islands.helped(in[0], in[1], 0.7),
          w,
          factor);
    }
  }

  @Test
  void aCustomFunction() {
    assertSameDerivatives(
        in -> IslandsGrad.custom(in[0], in[1]), in -> Islands.custom(in[0], in[1]), w, x);
  }

  @Test
  void anyNumberOfTensors() {
    assertSameDerivatives(
        in -> IslandsGrad.several(in[0], in[1]), in -> Islands.several(in[0], in[1]), w, x);
  }

  @Test
  void callsInALoop() {
    assertSameDerivatives(
        in -> IslandsGrad.repeated(in[0], in[1]), in -> Islands.repeated(in[0], in[1]), w, x);
  }

  @Test
  void operationsWithoutADerivative() {
    assertSameDerivatives(
        in -> IslandsGrad.masked(in[0], in[1]), in -> Islands.masked(in[0], in[1]), w, x);
  }

  @Test
  void itIsOneNodeStill() {
    Tensor y = IslandsGrad.helped(w, x, 0.7);
    assertEquals("HelpedBackward", y.gradFn().name());
    assertEquals(2, y.gradFn().nextFunctions().size());
  }

  @Test
  void theBackwardMethodByItself() {
    Tensor one = Tensor.onesLike(w.sum().detach());
    Tensor[] expected = Autograd.grad(Islands.custom(w, x), w, x);
    IslandsGrad.CustomGradients gradients = IslandsGrad.customBackward(w.detach(), x.detach(), one);
    assertSame(expected[0], gradients.w());
    assertSame(expected[1], gradients.x());
  }
}
