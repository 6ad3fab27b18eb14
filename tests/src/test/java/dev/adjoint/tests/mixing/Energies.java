package dev.adjoint.tests.mixing;

import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;

/** Methods on tensors: dynamic as they stand, one node each in {@code EnergiesGrad}. */
final class Energies {
  private Energies() {}

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor energy(Tensor w, Tensor x) {
    Tensor h = w.matmul(x).tanh();
    return h.mul(h).sum();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor layers(Tensor w, Tensor x) {
    Tensor h = x;
    for (int i = 0; i < 3; i++) {
      h = w.matmul(h).tanh();
    }
    return h;
  }

  @Differentiable(
      wrt = "w",
      modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor fitted(Tensor w, Tensor x, double k) {
    return w.mul(k * 2).add(x).exp().sum();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor weighted(@NoDiff Tensor x, Tensor w, @NoDiff double k) {
    return w.mul(x).mul(k).square().sum();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor detached(Tensor w, Tensor x) {
    Tensor scale = w.detach().abs().sum();
    return w.mul(x).mul(w).div(scale);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor withoutGrad(Tensor w, Tensor x) {
    Tensor scale;
    try (var _ = Autograd.noGrad()) {
      scale = w.square().sum().add(1);
    }
    return w.mul(x).mul(w).div(scale);
  }

  @Differentiable(
      wrt = "w",
      modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor stopped(Tensor w, Tensor x) {
    return w.mul(Autograd.stopGradient(w.mul(x))).mul(w).sum();
  }

  /** May be the very argument that is not differentiated. */
  @Differentiable
  static Tensor chosen(Tensor x, @NoDiff Tensor w) {
    return x.sum().item() > 0 ? w : x.mul(w);
  }
}
