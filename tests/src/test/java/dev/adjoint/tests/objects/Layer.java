package dev.adjoint.tests.objects;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;

/** A model with fields: methods with a receiver. */
final class Layer {
  final Tensor weight;
  @NoDiff final Tensor mask;
  double gain;

  Layer(Tensor weight, Tensor mask, double gain) {
    this.weight = weight;
    this.mask = mask;
    this.gain = gain;
  }

  @Differentiable
  Tensor loss(Tensor x) {
    Tensor hidden = apply(apply(x));
    return hidden.mul(hidden).sum();
  }

  private Tensor apply(Tensor x) {
    return x.matmul(weight).mul(mask).tanh();
  }

  @Differentiable(
      wrt = "x",
      modes = {Mode.REVERSE, Mode.FORWARD})
  double scaled(double x) {
    return amplified(amplified(x));
  }

  private double amplified(double x) {
    return x * x * gain;
  }
}
