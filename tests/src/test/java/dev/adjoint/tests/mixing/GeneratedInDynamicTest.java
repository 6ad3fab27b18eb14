package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSame;
import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A generated method as a node of a dynamic graph. */
class GeneratedInDynamicTest {
  private static final String LEAF = "torch::autograd::AccumulateGrad";

  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);

  private static List<String> nextNames(Tensor tensor) {
    return tensor.gradFn().nextFunctions().stream()
        .map(edge -> edge.function() == null ? "none" : edge.function().name())
        .toList();
  }

  @Test
  void isOneNodeNamedAfterTheMethod() {
    Tensor y = EnergiesGrad.energy(w, x.mul(2));
    assertEquals("EnergyBackward", y.gradFn().name());
    assertEquals(List.of(LEAF, "MulBackward0"), nextNames(y));
    assertTrue(y.toString().endsWith("grad_fn=<EnergyBackward>)"), y.toString());
    assertEquals(List.of("EnergyBackward"), nextNames(y.exp()));
  }

  @Test
  void hasNoEdgeToWhatIsNotDifferentiated() {
    assertEquals(List.of(LEAF, "none"), nextNames(EnergiesGrad.fitted(w, x.mul(2), 0.5)));
    assertEquals(List.of("none", LEAF), nextNames(EnergiesGrad.weighted(x, w, 0.5)));
    assertEquals(List.of("none", LEAF), nextNames(EnergiesGrad.energy(w.detach(), x)));
  }

  @Test
  void hasTheDerivativesOfTheDynamicVersion() {
    assertSameDerivatives(
        in -> EnergiesGrad.energy(in[0], in[1]), in -> Energies.energy(in[0], in[1]), w, x);
    assertSameDerivatives(
        in -> EnergiesGrad.layers(in[0], in[1]), in -> Energies.layers(in[0], in[1]), w, x);
  }

  @Test
  void differentiatesTheChosenParametersOnly() {
    assertSameDerivatives(
        in -> EnergiesGrad.fitted(in[0], x, 0.5), in -> Energies.fitted(in[0], x, 0.5), w);
    assertSameDerivatives(
        in -> EnergiesGrad.weighted(x, in[0], 0.5), in -> Energies.weighted(x, in[0], 0.5), w);
    EnergiesGrad.fitted(w, x, 0.5).backward();
    assertNull(x.grad());
  }

  @Test
  void takesOneTensorTwice() {
    assertSameDerivatives(
        in -> EnergiesGrad.energy(in[0], in[0]), in -> Energies.energy(in[0], in[0]), w);
  }

  @Test
  void passesGradCheckTwice() {
    Autograd.gradCheck(in -> EnergiesGrad.energy(in[0], in[1]), w, x);
    Autograd.gradGradCheck(in -> EnergiesGrad.energy(in[0], in[1]), w, x);
  }

  @Test
  void runsBackwardAgainOnARetainedGraph() {
    Tensor y = EnergiesGrad.energy(w, x);
    y.backward(null, true, false);
    Tensor once = w.grad().clone();
    y.backward(null, true, false);
    assertSame(once.mul(2), w.grad());
    y.backward();
    assertSame(once.mul(3), w.grad());
    assertThrows(IllegalStateException.class, y::backward);
  }

  @Test
  void backwardOfAGradientPenaltyAccumulates() {
    Tensor gradient = Autograd.gradCreateGraph(EnergiesGrad.energy(w, x), w)[0];
    gradient.square().sum().backward();
    Tensor generated = w.grad();
    w.setGrad(null);
    Autograd.gradCreateGraph(Energies.energy(w, x), w)[0].square().sum().backward();
    assertSame(w.grad(), generated);
  }

  @Test
  void refusesAnInputChangedInPlace() {
    Tensor doubled = x.mul(2);
    Tensor y = EnergiesGrad.energy(w, doubled);
    doubled.add_(1);
    String message = assertThrows(IllegalStateException.class, y::backward).getMessage();
    assertTrue(message.contains("modified by an inplace operation"), message);
  }

  @Test
  void allowsItsValueToBeChangedInPlace() {
    Tensor y = EnergiesGrad.layers(w, x);
    y.mul_(2);
    y.sum().backward();
    assertSame(Autograd.grad(Energies.layers(w, x).mul(2).sum(), w)[0], w.grad());
  }

  @Test
  void isNotRecordedWhereGradientsAreOff() {
    try (var _ = Autograd.noGrad()) {
      Tensor y = EnergiesGrad.energy(w, x);
      assertFalse(y.requiresGrad());
      assertSame(Energies.energy(w, x), y);
    }
  }
}
