package dev.adjoint.tests.mixing;

import dev.adjoint.Differentiable;
import dev.adjoint.Tensor;

/** Methods that do without one of their tensors. */
final class LeftOut {

  private LeftOut() {}

  @Differentiable
  static Tensor affine(Tensor x, Tensor bias, boolean hasBias) {
    Tensor y = x.mul(x);
    if (hasBias) {
      y = y.add(bias);
    }
    return y.sum();
  }

  @Differentiable
  static Tensor optional(Tensor x, Tensor bias, Tensor scale) {
    Tensor y = bias == null ? x.mul(x) : x.mul(x).add(bias.mul(bias));
    return scale == null ? y.sum() : y.mul(scale).add(bias).sum();
  }
}
