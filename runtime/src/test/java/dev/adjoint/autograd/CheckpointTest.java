package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Checkpointed calls give the gradients of plain ones, and keep nothing in between. */
class CheckpointTest {
  private static final TensorFunction LAYERS = in -> in[0].sin().mul(in[1]).exp().tanh();

  private static Tensor leaf(double... values) {
    return Tensor.tensor(values, DType.FLOAT64).requiresGrad_();
  }

  private static double[] gradient(TensorFunction function) {
    Tensor x = leaf(0.5, 1.5);
    Tensor w = leaf(0.3, -0.7);
    Tensor y = function.apply(x, w);
    assertTrue(y.requiresGrad());
    return Autograd.grad(y.sum(), x)[0].add(w.mul(0)).toDoubleArray();
  }

  @Test
  void gradientsAreThoseOfAPlainCall() {
    assertArrayEquals(gradient(LAYERS), gradient(in -> Autograd.checkpoint(LAYERS, in)));
  }

  @Test
  void callsNest() {
    TensorFunction inner = in -> Autograd.checkpoint(LAYERS, in);
    TensorFunction nested =
        in -> Autograd.checkpoint(all -> inner.apply(all[0].cos(), all[1]).pow(2), in);
    TensorFunction plain = in -> LAYERS.apply(in[0].cos(), in[1]).pow(2);
    assertArrayEquals(gradient(plain), gradient(nested));
  }

  @Test
  void theFunctionRunsOncePerPass() {
    int[] calls = new int[1];
    Tensor x = leaf(1, 2);
    Tensor y =
        Autograd.checkpoint(
            in -> {
              calls[0]++;
              assertTrue(Autograd.isGradEnabled());
              return in[0].exp().sin();
            },
            x);
    y.sum().backward(null, true, false);
    assertEquals(2, calls[0]);
    y.sum().backward();
    assertEquals(3, calls[0]);
  }

  @Test
  void withoutGradientsItIsAPlainCall() {
    Tensor x = leaf(1);
    try (var _ = Autograd.noGrad()) {
      Tensor y =
          Autograd.checkpoint(
              in -> {
                assertFalse(Autograd.isGradEnabled());
                return in[0].exp();
              },
              x);
      assertFalse(y.requiresGrad());
    }
  }

  @Test
  void canBeDifferentiatedTwice() {
    Autograd.gradGradCheck(in -> Autograd.checkpoint(LAYERS, in), leaf(0.5, 1.5), leaf(0.3, -0.7));
  }

  @Test
  void severalResults() {
    Tensor x = leaf(2);
    Tensor[] y = Autograd.checkpointAll(in -> new Tensor[] {in[0].exp(), in[0].pow(3)}, x);
    y[0].add(y[1]).backward();
    assertEquals(Math.exp(2) + 12, x.grad().item());
  }

  @Test
  void intermediateValuesAreNotKept() throws InterruptedException {
    Tensor x = leaf(1, 2);
    WeakReference<?>[] between = new WeakReference<?>[1];
    Tensor y =
        Autograd.checkpoint(
            in -> {
              Tensor middle = in[0].exp();
              between[0] = new WeakReference<>(middle);
              return middle.sin();
            },
            x);
    for (int i = 0; i < 50 && between[0].get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertNull(between[0].get());
    y.sum().backward();
    assertEquals(Math.exp(1) * Math.cos(Math.exp(1)), x.grad().toDoubleArray()[0], 1e-12);
  }

  @Test
  void randomNumbersAreDrawnAgain() {
    Tensor x = leaf(1, 1, 1, 1);
    Tensor[] mask = new Tensor[1];
    Tensor y =
        Autograd.checkpoint(
            in -> {
              Tensor drawn = Tensor.rand(4).toDouble();
              mask[0] = mask[0] == null ? drawn : mask[0];
              return in[0].mul(drawn).exp();
            },
            x);
    double[] expected = y.detach().mul(mask[0]).toDoubleArray();
    double next = Tensor.rand(1).item();
    assertArrayEquals(expected, Autograd.grad(y.sum(), x)[0].toDoubleArray(), 1e-12);
    assertTrue(next != Tensor.rand(1).item());
  }

  @Test
  void anotherRecomputationIsFound() {
    boolean[] second = new boolean[1];
    Tensor more = Autograd.checkpoint(in -> second[0] ? in[0].exp().sin() : in[0].exp(), leaf(1));
    second[0] = true;
    assertTrue(
        assertThrows(IllegalStateException.class, more::backward)
            .getMessage()
            .contains("A different number of tensors was saved"));
    second[0] = false;
    Tensor other =
        Autograd.checkpoint(in -> (second[0] ? in[0].view(1, 1) : in[0]).exp().sum(), leaf(1));
    second[0] = true;
    assertTrue(
        assertThrows(IllegalStateException.class, other::backward)
            .getMessage()
            .contains("tensor at position 0:\nsaved metadata: {'shape': torch.Size([1])"));
  }

  @Test
  void changedArgumentsAreFound() {
    Tensor x = leaf(1);
    Tensor argument = x.mul(2);
    Tensor y = Autograd.checkpoint(in -> in[0].exp(), argument);
    argument.add_(1);
    assertThrows(IllegalStateException.class, y::backward);
  }
}
