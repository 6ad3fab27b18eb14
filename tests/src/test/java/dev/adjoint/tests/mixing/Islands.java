package dev.adjoint.tests.mixing;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;

/** Methods with calls of code that only the dynamic graph can differentiate. */
final class Islands {
  private Islands() {}

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor helped(Tensor w, Tensor x, @NoDiff double k) {
    Tensor h = w.matmul(x).tanh();
    Tensor y = DynamicCode.bent(h, x, k * 2);
    return y.mul(h).mul(w).sum();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor custom(Tensor w, Tensor x) {
    Tensor h = new DynamicCode.Doubled(5).apply(w.mul(x));
    return h.mul(h).mul(w).sum();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor several(Tensor w, Tensor x) {
    Tensor h = DynamicCode.total(w, x.mul(w), w);
    return h.mul(h).mul(w).sum();
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor repeated(Tensor w, Tensor x) {
    Tensor h = x;
    int sign = 1;
    for (int i = 0; i < 3; i++) {
      h = DynamicCode.bent(h, w, sign * 0.5);
      sign = -sign;
    }
    return h.mul(h);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor masked(Tensor w, Tensor x) {
    return w.mul(x.gt(0)).mul(x).exp().sum();
  }
}
