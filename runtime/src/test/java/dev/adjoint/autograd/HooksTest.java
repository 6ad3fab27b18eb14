package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HooksTest {

  private static Tensor leaf(double value) {
    return Tensor.tensor(value, DType.FLOAT64).requiresGrad_();
  }

  @Test
  void runInOrderEachOnTheResultOfTheLast() {
    Tensor x = leaf(1);
    Tensor y = x.mul(1);
    List<Double> seen = new ArrayList<>();
    y.registerHook(g -> g.add(1));
    y.registerHook(
        g -> {
          seen.add(g.item());
          return null;
        });
    y.registerHook(g -> g.mul(5));
    y.backward();
    assertEquals(List.of(2.0), seen);
    assertEquals(10, x.grad().item());
  }

  @Test
  void runOnceOnTheSum() {
    Tensor x = leaf(2);
    Tensor h = x.mul(3);
    List<Double> seen = new ArrayList<>();
    h.registerHook(
        g -> {
          seen.add(g.item());
          return null;
        });
    h.mul(h).add(h).backward();
    assertEquals(List.of(13.0), seen);
  }

  @Test
  void stopWhenRemoved() {
    Tensor x = leaf(1);
    Tensor y = x.mul(2);
    HookHandle handle = y.registerHook(g -> g.mul(100));
    y.backward(null, true, false);
    handle.remove();
    y.backward();
    assertEquals(202, x.grad().item());
  }

  @Test
  void retainedGradientsSeeThem() {
    Tensor x = leaf(1);
    Tensor y = x.mul(2);
    y.retainGrad();
    y.registerHook(g -> g.mul(7));
    y.backward();
    assertEquals(7, y.grad().item());
    assertEquals(14, x.grad().item());
  }

  @Test
  void runForAskedGradientsOnTheWayFromResultsAndAtLeaves() {
    Tensor x = leaf(2);
    Tensor y = x.mul(3);
    y.registerHook(g -> g.mul(10));
    x.registerHook(g -> g.add(0.5));
    Tensor[] gradients = Autograd.grad(y.mul(1), x, y);
    assertEquals(30.5, gradients[0].item());
    assertEquals(1, gradients[1].item());
  }

  @Test
  void ofNodesSeeBothSides() {
    Tensor x = leaf(3);
    Tensor y = leaf(5);
    Tensor z = x.mul(y);
    List<String> seen = new ArrayList<>();
    z.gradFn()
        .registerPrehook(
            out -> {
              seen.add("pre " + out[0].item());
              return null;
            });
    z.gradFn()
        .registerHook(
            (in, out) -> {
              seen.add("post " + in[0].item() + " " + in[1].item() + " " + out[0].item());
              return new Tensor[] {in[0].mul(2), null};
            });
    z.backward(Tensor.tensor(10.0, DType.FLOAT64));
    assertEquals(List.of("pre 10.0", "post 50.0 30.0 10.0"), seen);
    assertEquals(100, x.grad().item());
    assertNull(y.grad());
  }

  @Test
  void afterAccumulationSeeTheLeaf() {
    Tensor x = leaf(3);
    x.registerPostAccumulateGradHook(
        p -> {
          try (var _ = Autograd.noGrad()) {
            p.sub_(p.grad(), 0.5);
          }
          p.setGrad(null);
        });
    x.mul(x).backward();
    assertEquals(0, x.item());
    assertNull(x.grad());
    assertThrows(
        IllegalStateException.class, () -> x.mul(2).registerPostAccumulateGradHook(p -> {}));
  }

  @Test
  void takePartInDoubleBackward() {
    Tensor x = leaf(2);
    Tensor y = x.mul(x);
    y.registerHook(g -> g.mul(x));
    Tensor g = Autograd.gradCreateGraph(y, x)[0];
    assertEquals(8, g.item());
    assertEquals(8, Autograd.grad(g, x)[0].item());
  }

  @Test
  void mustKeepTheShape() {
    Tensor y = leaf(1).mul(2);
    y.registerHook(g -> Tensor.ones(DType.FLOAT64, 3));
    assertThrows(IllegalArgumentException.class, y::backward);
  }
}
