package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;

/** Refusals of element types that an operation has no meaning for, in PyTorch's words. */
final class Kernels {
  private Kernels() {}

  /** Only floating-point elements. */
  static Tensor floating(String kernel, Tensor tensor) {
    return tensor.dtype().isFloatingPoint() ? tensor : refused(kernel, tensor);
  }

  /** Only numbers. */
  static void numeric(String kernel, Tensor tensor) {
    if (tensor.dtype() == DType.BOOL) {
      refused(kernel, tensor);
    }
  }

  private static Tensor refused(String kernel, Tensor tensor) {
    throw new UnsupportedOperationException(
        "\"%s\" not implemented for '%s'".formatted(kernel, tensor.dtype().title()));
  }

  /** Operands of one type. */
  static void same(DType first, DType second, String refusal) {
    if (first != second) {
      throw new IllegalArgumentException(refusal);
    }
  }
}
