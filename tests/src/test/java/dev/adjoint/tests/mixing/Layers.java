package dev.adjoint.tests.mixing;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.Tensor;

/** Layers of several kinds, each with tensors of its own. */
final class Layers {
  private Layers() {}

  sealed interface Layer {}

  record Linear(Tensor weight, Tensor bias) implements Layer {}

  record Activation(double slope) implements Layer {}

  record Scale(Tensor factor) implements Layer {}

  private static Tensor apply(Layer layer, Tensor x) {
    return switch (layer) {
      case Linear(var weight, Tensor bias) -> x.matmul(weight).add(bias);
      case Activation _ -> x.tanh();
      case Scale scale when scale.factor().numel() > 9 -> x;
      case Scale(Tensor factor) -> x.mul(factor);
    };
  }

  /** One layer as a parameter. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor one(Layer layer, Tensor x) {
    return apply(layer, x).mul(x);
  }

  /** Layers that replace each other in a loop. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor several(Tensor w, Tensor x, int n) {
    Layer layer = n > 2 ? new Linear(w, x) : n > 0 ? new Scale(w) : new Activation(2);
    Tensor y = x.mul(w);
    for (int i = 0; i < n; i++) {
      y = apply(layer, y);
      if (i == 1) {
        layer = new Activation(1);
      } else if (layer instanceof Activation) {
        layer = new Scale(y);
      }
    }
    return layer instanceof Scale(var factor) ? y.mul(factor) : y;
  }
}
