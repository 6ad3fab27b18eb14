package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.Arrays;

/** Shapes as error messages show them. */
final class Shapes {
  private Shapes() {}

  static String text(Tensor tensor) {
    return Arrays.toString(tensor.layout().sizes());
  }
}
