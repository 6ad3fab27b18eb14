package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A method as the compiler would generate it, and calls of dynamic code from within it. */
class GeneratedNodeTest {

  private static Tensor vector(double... values) {
    return Tensor.tensor(values, DType.FLOAT64).requiresGrad_();
  }

  /** {@code sum(x * x * k)} with its generated backward method. */
  private static Tensor energy(Tensor x, Tensor k) {
    Tensor value;
    try (var _ = Autograd.noGrad()) {
      value = x.mul(x).mul(k).sum();
    }
    return GeneratedNode.record(
        "EnergyBackward", value, new Tensor[] {x, k}, GeneratedNodeTest::energyBackward);
  }

  private static Tensor[] energyBackward(Tensor gradOutput, Tensor[] inputs) {
    Tensor x = inputs[0];
    Tensor k = inputs[1];
    return new Tensor[] {
      gradOutput.mul(x.mul(k).mul(2)), gradOutput.mul(x.mul(x)).sumToSize(k.shape())
    };
  }

  @Test
  void isOneNodeWithAnEdgePerInput() {
    Tensor x = vector(1, 2);
    Tensor y = energy(x, Tensor.tensor(3.0, DType.FLOAT64));
    assertEquals("EnergyBackward", y.gradFn().name());
    assertEquals(2, y.gradFn().nextFunctions().size());
    assertSame(x, ((AccumulateGrad) y.gradFn().nextFunctions().get(0).function()).variable());
    assertNull(y.gradFn().nextFunctions().get(1).function());
  }

  @Test
  void isNotRecordedWithoutNeed() {
    Tensor x = vector(1, 2);
    Tensor k = Tensor.tensor(3.0, DType.FLOAT64);
    assertFalse(energy(x.detach(), k).requiresGrad());
    try (var _ = Autograd.noGrad()) {
      assertFalse(energy(x, k).requiresGrad());
    }
  }

  @Test
  void hasFirstAndSecondDerivatives() {
    Tensor x = vector(1, -2, 0.5);
    Tensor k = Tensor.tensor(3.0, DType.FLOAT64).requiresGrad_();
    Autograd.gradCheck(
        in -> energy(in[0].sin(), in[1]).exp(), x.mul(0.3).detach().requiresGrad_(), k);
    Autograd.gradGradCheck(in -> energy(in[0].sin(), in[1]).tanh(), x, k);
  }

  @Test
  void recordsItsBackwardOnlyWhenAsked() {
    Tensor x = vector(1, 2);
    AtomicReference<Boolean> mode = new AtomicReference<>();
    Tensor y =
        GeneratedNode.record(
            "FBackward",
            x.detach().sum(),
            new Tensor[] {x},
            (g, in) -> {
              mode.set(Autograd.isGradEnabled());
              return new Tensor[] {g.expand(2)};
            });
    y.backward(null, true, false);
    assertFalse(mode.get());
    Autograd.gradCreateGraph(y, x);
    assertTrue(mode.get());
  }

  @Test
  void findsChangedInputsAndFreedBuffers() {
    Tensor x = vector(1, 2);
    Tensor h = x.mul(1);
    Tensor k = Tensor.tensor(3.0, DType.FLOAT64);
    Tensor y = energy(h, k);
    h.add_(1);
    assertThrows(IllegalStateException.class, y::backward);
    Tensor z = energy(x, k);
    z.backward();
    assertThrows(IllegalStateException.class, z::backward);
  }

  /** {@code sum(helper(x) * k)}, where the helper has no generated derivative. */
  private static Tensor mixed(Tensor x, Tensor k) {
    Tensor value;
    try (var _ = Autograd.noGrad()) {
      value = DynamicCall.of(new Tensor[] {x}, in -> helper(in[0])).value().mul(k).sum();
    }
    return GeneratedNode.record(
        "MixedBackward",
        value,
        new Tensor[] {x, k},
        (g, in) -> {
          DynamicCall call = DynamicCall.of(new Tensor[] {in[0]}, t -> helper(t[0]));
          Tensor gradK = g.mul(call.value()).sum();
          Tensor gradX = call.backward(g.mul(in[1]).expand(in[0].shape()))[0];
          return new Tensor[] {gradX, gradK};
        });
  }

  private static Tensor helper(Tensor x) {
    return x.sum().item() > 0 ? x.mul(x).mul(x) : x.exp();
  }

  @Test
  void dynamicCodeWithinHasFirstDerivatives() {
    for (Tensor x : new Tensor[] {vector(1, 2), vector(-1, -2)}) {
      Tensor k = Tensor.tensor(0.7, DType.FLOAT64).requiresGrad_();
      Autograd.gradCheck(in -> mixed(in[0], in[1]), x, k);
    }
  }

  @Test
  void dynamicCodeWithinHasSecondDerivativesInTheInputs() {
    Tensor x = vector(1, 2);
    Tensor y = mixed(x.mul(2), Tensor.tensor(0.5, DType.FLOAT64));
    Tensor g = Autograd.gradCreateGraph(y, x)[0];
    assertEquals(3 * 4 * 2 * 0.5, g.select(0, 0).item(), 1e-12);
    Tensor h = Autograd.grad(g.sum(), x)[0];
    assertEquals(6 * 2 * 4 * 0.5, h.select(0, 0).item(), 1e-12);
    assertEquals(6 * 4 * 4 * 0.5, h.select(0, 1).item(), 1e-12);
  }

  @Test
  void dynamicCallsGiveNullForUnusedInputs() {
    Tensor x = vector(1, 2);
    Tensor unused = vector(5);
    DynamicCall call = DynamicCall.of(new Tensor[] {x, unused}, in -> in[0].mul(2));
    try (var _ = Autograd.noGrad()) {
      Tensor[] gradients = call.backward(Tensor.ones(DType.FLOAT64, 2));
      assertEquals(2, gradients[0].select(0, 1).item());
      assertNull(gradients[1]);
      assertEquals(2, call.backward(Tensor.ones(DType.FLOAT64, 2))[0].select(0, 0).item());
    }
    assertNull(x.grad());
  }

  @Test
  void aReturnedArgumentStaysTheCallersOwn() {
    Tensor x = Tensor.ones(DType.FLOAT64, 2).requiresGrad_();
    Tensor k = Tensor.ones(DType.FLOAT64, 2);
    Tensor y =
        GeneratedNode.record(
            "FBackward",
            k,
            new Tensor[] {x, k.detach()},
            (gradOutput, inputs) -> new Tensor[] {gradOutput.mul(2), null});
    assertTrue(y.requiresGrad());
    assertFalse(k.requiresGrad());
    y.sum().backward();
    assertArrayEquals(new double[] {2, 2}, x.grad().toDoubleArray());
    assertThrows(IllegalStateException.class, () -> y.add_(1));
    assertArrayEquals(new double[] {1, 1}, k.toDoubleArray());
  }

  @Test
  void tangentsFollowFromTheGeneratedBackward() {
    try (var _ = Autograd.dualLevel();
        var _ = Autograd.noGrad()) {
      Tensor x = Autograd.makeDual(Tensor.ones(2), Tensor.ones(2));
      assertTrue(GeneratedNode.isNeeded(x));
      Tensor y =
          GeneratedNode.record(
              "FBackward",
              x.detach().mul(3),
              new Tensor[] {x},
              gradOutput -> {
                throw new AssertionError("the short way is not differentiable");
              },
              (gradOutput, inputs) -> new Tensor[] {gradOutput.mul(3)});
      assertFalse(y.requiresGrad());
      assertArrayEquals(new double[] {3, 3}, Autograd.unpackDual(y).tangent().toDoubleArray());
    }
  }
}
