package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;

/** Stand-ins for operands of which a node kept the shape and element type, but not the values. */
final class Operand {
  private Operand() {}

  /**
   * A tensor of the operand's shape and type, without values of its own: the gradient itself if it
   * fits, so that derivatives that only reduce to the operand's shape find nothing to do.
   */
  static Tensor standIn(Layout layout, DType dtype, Tensor gradOutput) {
    if (dtype == gradOutput.dtype() && layout.sameShape(gradOutput.layout())) {
      return gradOutput;
    }
    return placeholder(layout, dtype);
  }

  /** A tensor of a shape and type, of which nobody reads the values. */
  static Tensor placeholder(Layout layout, DType dtype) {
    int[] sizes = layout.sizes();
    return new Tensor(Storage.allocate(dtype, 1), Layout.of(sizes, new int[sizes.length], 0));
  }
}
