package dev.adjoint.tests.curvature;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;
import java.util.List;

/** Methods on tensors that ask for second derivatives. */
final class TensorCurvatures {
  private TensorCurvatures() {}

  @Differentiable(order = 2)
  static Tensor loss(Tensor w, @NoDiff Tensor x, int power) {
    Tensor hidden = x.matmul(w).tanh();
    for (int i = 1; i < power; i++) {
      hidden = hidden.mul(hidden).add(w.sum());
    }
    return hidden.sum();
  }

  /** Weights. */
  record Weights(Tensor inner, @NoDiff Tensor mask, Tensor outer) {}

  @Differentiable(order = 2)
  static Tensor network(Weights weights, Tensor x) {
    Tensor hidden = x.matmul(weights.inner()).mul(weights.mask()).sigmoid();
    return hidden.matmul(weights.outer()).pow(2).mean();
  }

  @Differentiable(
      order = 2,
      modes = {Mode.FORWARD})
  static Tensor several(List<Tensor> layers, Tensor[] biases) {
    Tensor value = biases[0];
    for (int i = 0; i < layers.size(); i++) {
      value = value.matmul(layers.get(i)).add(biases[1]).tanh();
    }
    return value.mul(value).sum();
  }

  @Differentiable(order = 2)
  static Tensor island(Tensor x) {
    return Dynamic.cubed(x.mul(x)).sum();
  }

  @Differentiable(order = 2)
  private static Tensor hidden(Tensor x) {
    return x.exp().mul(x).sum();
  }

  static Tensor callHidden(Tensor x) {
    return hidden(x);
  }

  @Differentiable(order = 2)
  static Tensor wide(Tensor x) {
    return x.mul(x);
  }

  /** A model with fields. */
  static final class Model {
    final Tensor weight;
    @NoDiff final Tensor mask;

    Model(Tensor weight, Tensor mask) {
      this.weight = weight;
      this.mask = mask;
    }

    @Differentiable(order = 2)
    Tensor loss(Tensor x) {
      return x.matmul(weight).mul(mask).tanh().pow(2).sum();
    }

    @Differentiable(order = 2, wrt = "weight", name = "byWeight")
    Tensor squares(Tensor x) {
      return loss(x).mul(2);
    }
  }
}
