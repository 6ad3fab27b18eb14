package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.DType;
import dev.adjoint.Function;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays used again within a backward pass change no gradient, and none that anybody holds. */
class GradientBuffersTest {

  /**
   * A graph in which results are read once, several times, twice by one node, and through views.
   */
  private static Tensor randomGraph(Tensor leaf, Generator generator) {
    List<Tensor> values = new ArrayList<>(List.of(leaf));
    for (int i = 0; i < 40; i++) {
      Tensor x = values.get(pick(generator, values.size()));
      Tensor y = values.get(pick(generator, values.size()));
      values.add(
          switch (pick(generator, 9)) {
            case 0 -> x.add(y);
            case 1 -> x.mul(y).tanh();
            case 2 -> x.sub(y).mul(0.5);
            case 3 -> x.sin();
            case 4 -> x.mul(x).tanh();
            case 5 -> x.reshape(3, 2).t().contiguous().reshape(2, 3).sigmoid();
            case 6 -> x.add(1);
            case 7 -> x.add(x.select(0, 0));
            default -> x.div(y.mul(y).add(1)).add(y);
          });
    }
    Tensor sum = values.get(0).sum();
    for (Tensor value : values) {
      sum = sum.add(value.mul(0.1).sum());
    }
    return sum;
  }

  private static int pick(Generator generator, int bound) {
    return Math.floorMod(generator.nextInt(), bound);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void gradientsAreThoseOfARecordedPass(int seed) {
    Tensor leaf = Tensor.rand(new Generator(seed), DType.FLOAT64, 2, 3).requiresGrad_();
    Tensor root = randomGraph(leaf, new Generator(seed));
    double[] recorded = Autograd.gradCreateGraph(root, leaf)[0].detach().toDoubleArray();
    root.backward();
    assertArrayEquals(recorded, leaf.grad().toDoubleArray(), 1e-12);
  }

  @Test
  void gradientsSeenByHooksStay() {
    Tensor leaf = Tensor.ones(4).requiresGrad_();
    List<Tensor> seen = new ArrayList<>();
    List<float[]> copies = new ArrayList<>();
    Tensor value = leaf;
    for (int i = 0; i < 20; i++) {
      value = value.mul(1.5).sin();
      if (i % 3 == 0) {
        value.registerHook(
            gradient -> {
              seen.add(gradient);
              copies.add(gradient.toFloatArray());
              return null;
            });
      }
    }
    value.sum().backward();
    for (int i = 0; i < seen.size(); i++) {
      assertArrayEquals(copies.get(i), seen.get(i).toFloatArray());
    }
  }

  /** Keeps the gradients it is given. */
  private static final class Keeping extends Function {
    private final List<Tensor> kept;

    Keeping(List<Tensor> kept) {
      this.kept = kept;
    }

    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0].clone();
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      kept.add(gradOutputs[0]);
      return new Tensor[] {gradOutputs[0]};
    }
  }

  @Test
  void gradientsKeptByFunctionsStay() {
    List<Tensor> kept = new ArrayList<>();
    Tensor leaf = Tensor.ones(4).requiresGrad_();
    Tensor value = leaf;
    for (int i = 0; i < 10; i++) {
      value = new Keeping(kept).apply(value.mul(2)).mul(3);
    }
    value.sum().backward();
    for (int i = 0; i < kept.size(); i++) {
      float expected = (float) (3 * Math.pow(6, i));
      assertArrayEquals(
          new float[] {expected, expected, expected, expected}, kept.get(i).toFloatArray());
    }
  }

  @Test
  void aFailedPassLeavesNothingBehind() {
    Tensor leaf = Tensor.ones(4).requiresGrad_();
    Tensor changed = leaf.mul(2);
    Tensor root = changed.mul(changed).mul(3).sum();
    changed.detach().add_(1);
    assertThrows(IllegalStateException.class, root::backward);
    Tensor first = leaf.detach().mul(5);
    Tensor second = leaf.detach().mul(7);
    assertEquals(5.0, first.sum().item() / 4);
    assertEquals(7.0, second.sum().item() / 4);
  }
}
