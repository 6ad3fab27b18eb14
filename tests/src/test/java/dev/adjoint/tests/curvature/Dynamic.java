package dev.adjoint.tests.curvature;

import dev.adjoint.Tensor;

/** Code that the compiler does not read: it runs on the dynamic graph. */
final class Dynamic {
  private Dynamic() {}

  static Tensor cubed(Tensor x) {
    return x.sum().item() > 0 ? x.mul(x).mul(x) : x;
  }
}
