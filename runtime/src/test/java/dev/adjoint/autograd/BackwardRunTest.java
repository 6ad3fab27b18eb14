package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BackwardRunTest {

  private static Tensor leaf(double value) {
    return Tensor.tensor(value, DType.FLOAT64).requiresGrad_();
  }

  @Test
  void aMillionNodesInAChainNeedNoStack() {
    Tensor x = leaf(1);
    Tensor y = x;
    for (int i = 0; i < 1_000_000; i++) {
      y = y.add(1e-6);
    }
    y.backward();
    assertEquals(1, x.grad().item());
  }

  @Test
  void aMillionBranchesMeetInOneLeaf() {
    Tensor x = leaf(1);
    Tensor total = Tensor.zeros(DType.FLOAT64);
    for (int i = 0; i < 1_000_000; i++) {
      total = total.add(x);
    }
    total.backward();
    assertEquals(1_000_000, x.grad().item());
  }

  @Test
  void doublingCostsOneStepPerNode() {
    Tensor x = leaf(1);
    Tensor y = x;
    for (int i = 0; i < 40; i++) {
      y = y.add(y);
    }
    y.backward();
    assertEquals(0x1p40, x.grad().item());
  }

  @Test
  void theSameRootTwiceCountsTwice() {
    Tensor x = leaf(2);
    Tensor y = x.mul(x);
    Autograd.backward(new Tensor[] {y, y}, null, false, false);
    assertEquals(8, x.grad().item());
  }

  @Test
  void onlyTheAskedInputsAccumulate() {
    Tensor x = leaf(2);
    Tensor y = leaf(3);
    Tensor product = x.mul(y);
    Autograd.backward(new Tensor[] {product}, null, new Tensor[] {x}, false, false);
    assertEquals(3, x.grad().item());
    assertNull(y.grad());
  }

  @Test
  void gradientsOfIntermediateResultsAreCaptured() {
    Tensor x = leaf(2);
    Tensor h = x.mul(3);
    Tensor y = h.mul(h);
    Tensor[] gradients = Autograd.grad(y, x, h);
    assertEquals(36, gradients[0].item());
    assertEquals(12, gradients[1].item());
    assertNull(x.grad());
  }

  @Test
  void capturingLeavesUntouchedNodesUnreleased() {
    Tensor x = leaf(2);
    Tensor h = x.mul(x);
    Tensor y = h.add(1);
    Autograd.grad(y, h);
    assertEquals(4, Autograd.grad(y, x)[0].item());
  }

  @Test
  void anUnusedInputIsNamed() {
    Tensor x = leaf(1);
    Tensor y = leaf(1);
    var error = assertThrows(IllegalStateException.class, () -> Autograd.grad(x.mul(2), x, y));
    assertTrue(error.getMessage().startsWith("The differentiated Tensor at index 1 appears"));
  }

  @Test
  void freedBuffersAreReported() {
    Tensor x = leaf(2);
    Tensor y = x.mul(x);
    y.backward();
    var error = assertThrows(IllegalStateException.class, y::backward);
    assertTrue(error.getMessage().startsWith("Trying to backward through the graph a second time"));
    assertEquals(4, x.grad().item());
  }

  @Test
  void aFailingPassChangesNoGradient() {
    Tensor x = leaf(2);
    Tensor good = x.mul(3);
    Tensor bad = x.mul(5);
    bad.registerHook(
        _ -> {
          throw new IllegalArgumentException("hook");
        });
    Tensor sum = bad.add(good);
    assertThrows(IllegalArgumentException.class, () -> sum.backward(null, true, false));
    assertNull(x.grad());
    good.backward();
    assertEquals(3, x.grad().item());
  }

  @Test
  void secondDerivativesFollow() {
    Tensor x = leaf(3);
    Tensor first = Autograd.gradCreateGraph(x.pow(4), x)[0];
    Tensor second = Autograd.gradCreateGraph(first, x)[0];
    assertEquals(108, first.item(), 1e-12);
    assertEquals(108, second.item(), 1e-12);
    assertEquals(72, Autograd.grad(second, x)[0].item(), 1e-12);
  }

  @Test
  void accumulationKeepsTheGradientTensor() {
    Tensor x = leaf(1);
    x.mul(2).backward();
    Tensor before = x.grad();
    x.mul(3).backward();
    assertSame(before, x.grad());
    assertEquals(5, x.grad().item());
  }

  @Test
  void leavesNeverShareAGradient() {
    Tensor a = Tensor.ones(2).requiresGrad_();
    Tensor b = Tensor.ones(2).requiresGrad_();
    a.add(b).sum().backward();
    a.grad().add_(10);
    assertArrayEquals(new double[] {1, 1}, b.grad().toDoubleArray());
  }

  @Test
  void threadsShareLeavesAndLoseNothing() throws Exception {
    Tensor x = Tensor.ones(DType.FLOAT64, 100).requiresGrad_();
    Tensor shared = x.mul(2);
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        runs.add(threads.submit(() -> shared.mul(3).sum().backward(null, true, false)));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }
    assertNotNull(x.grad());
    assertEquals(1200, x.grad().select(0, 7).item());
  }

  @Test
  void aPassWithinAPassUsesTheSameGraph() {
    Tensor x = leaf(2);
    Tensor h = x.mul(x);
    Tensor y = h.mul(3);
    h.registerHook(
        grad -> {
          if (x.grad() == null) {
            x.setGrad(Tensor.zeros(DType.FLOAT64));
            h.backward(null, true, false);
          }
          return grad;
        });
    y.backward(null, true, false);
    assertEquals(12 + 4, x.grad().item());
  }
}
