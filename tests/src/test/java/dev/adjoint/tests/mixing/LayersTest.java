package dev.adjoint.tests.mixing;

import static dev.adjoint.tests.mixing.Agreement.assertSame;
import static dev.adjoint.tests.mixing.Agreement.assertSameDerivatives;
import static dev.adjoint.tests.mixing.Agreement.assertSameTangents;
import static dev.adjoint.tests.mixing.Agreement.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.tests.mixing.Layers.Activation;
import dev.adjoint.tests.mixing.Layers.Layer;
import dev.adjoint.tests.mixing.Layers.Linear;
import dev.adjoint.tests.mixing.Layers.Scale;
import org.junit.jupiter.api.Test;

/** Tensors in records of a sealed type, against the dynamic graph. */
class LayersTest {
  private final Tensor w = matrix(0.3, -1.2, 0.8, 0.5);
  private final Tensor b = matrix(-0.2, 1.1, 0.6, -1.4);
  private final Tensor x = matrix(1.5, 0.4, -0.7, 0.9);
  private final Tensor one = matrix(0.2, 1, -0.4, 0.7).detach();
  private final Tensor two = matrix(-1, 0.5, 0.3, 2).detach();
  private final Tensor three = matrix(0.1, 0.8, -2, 0.6).detach();

  /** The gradients of the dynamic graph. */
  private static Tensor[] dynamic(Layer layer, Tensor x, Tensor seed, Tensor... inputs) {
    Tensor value = Layers.one(layer, x);
    return Autograd.grad(value.mul(seed).sum(), inputs);
  }

  @Test
  void gradientsAreInTheClassOfTheArgument() {
    var linear = LayersGrad.oneBackward(new Linear(w, b), x, one);
    Tensor[] expected = dynamic(new Linear(w, b), x, one, w, b, x);
    Linear gradients = assertInstanceOf(Linear.class, linear.layer());
    assertSame(expected[0], gradients.weight());
    assertSame(expected[1], gradients.bias());
    assertSame(expected[2], linear.x());
    var scale = LayersGrad.oneBackward(new Scale(w), x, one);
    expected = dynamic(new Scale(w), x, one, w, x);
    assertSame(expected[0], assertInstanceOf(Scale.class, scale.layer()).factor());
    assertSame(expected[1], scale.x());
    var activation = LayersGrad.oneBackward(new Activation(3), x, one);
    assertEquals(0, assertInstanceOf(Activation.class, activation.layer()).slope());
    assertSame(dynamic(new Activation(3), x, one, x)[0], activation.x());
  }

  @Test
  void tangentsAreThoseOfTheDynamicGraph() {
    assertSameTangents(
        LayersGrad.oneJvp(new Linear(w, b), x, new Linear(one, two), three).tangent(),
        in -> Layers.one(new Linear(in[0], in[1]), in[2]),
        new Tensor[] {w, b, x},
        new Tensor[] {one, two, three});
    assertSameTangents(
        LayersGrad.oneJvp(new Activation(1), x, new Activation(0), three).tangent(),
        in -> Layers.one(new Activation(1), in[0]),
        new Tensor[] {x},
        new Tensor[] {three});
  }

  @Test
  void layersReplaceEachOther() {
    for (int n = 0; n < 6; n++) {
      int count = n;
      assertSameDerivatives(
          in -> LayersGrad.several(in[0], in[1], count),
          in -> Layers.several(in[0], in[1], count),
          w,
          x);
      assertSameTangents(
          LayersGrad.severalJvp(w, x, count, one, two).tangent(),
          in -> Layers.several(in[0], in[1], count),
          new Tensor[] {w, x},
          new Tensor[] {one, two});
    }
  }
}
