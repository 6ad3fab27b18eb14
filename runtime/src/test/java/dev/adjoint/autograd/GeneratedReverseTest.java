package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a generated node takes the short way backward: {@code exp}, with both ways counted. */
class GeneratedReverseTest {
  private final Tensor x = Tensor.tensor(new double[] {1, 2}, DType.FLOAT64).requiresGrad_();
  private Tensor y = x;
  private int reversed;
  private int recomputed;

  @BeforeEach
  void exp() {
    Tensor value = x.detach().exp();
    y =
        GeneratedNode.record(
            "FBackward",
            value,
            new Tensor[] {x},
            gradOutput -> {
              reversed++;
              return new Tensor[] {gradOutput.mul(value.detach())};
            },
            (gradOutput, inputs) -> {
              recomputed++;
              return new Tensor[] {gradOutput.mul(inputs[0].exp())};
            });
  }

  private void assertWays(int expectedReversed, int expectedRecomputed) {
    assertEquals(expectedReversed, reversed, "reversed");
    assertEquals(expectedRecomputed, recomputed, "recomputed");
  }

  @Test
  void onceForTheFirstRun() {
    Tensor first =
        Autograd.grad(new Tensor[] {y.sum()}, new Tensor[] {x}, null, true, false, false)[0];
    assertWays(1, 0);
    assertEquals(Math.exp(2), first.select(0, 1).item(), 1e-12);
    y.sum().backward();
    assertWays(1, 1);
    assertEquals(Math.exp(2), x.grad().select(0, 1).item(), 1e-12);
    assertThrows(IllegalStateException.class, () -> y.sum().backward());
  }

  @Test
  void notForARecordedRunNorAfterIt() {
    Tensor first = Autograd.gradCreateGraph(y.sum(), x)[0];
    assertWays(0, 1);
    first.sum().backward();
    y.sum().backward();
    assertWays(0, 2);
  }

  @Test
  void notForAValueChangedInPlace() {
    y.mul_(3);
    y.sum().backward();
    assertWays(0, 1);
    assertEquals(3 * Math.exp(2), x.grad().select(0, 1).item(), 1e-12);
  }
}
