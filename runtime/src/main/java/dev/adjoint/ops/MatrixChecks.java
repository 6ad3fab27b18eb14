package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;

/** What operations on matrices require of their operands, in PyTorch's words. */
final class MatrixChecks {
  private MatrixChecks() {}

  static void requireMatrix(String name, String operand, Tensor tensor) {
    if (tensor.dim() < 2) {
      throw new IllegalArgumentException(
          name + ": The input tensor " + operand + " must have at least 2 dimensions.");
    }
  }

  static void requireSquare(String name, Tensor tensor) {
    requireMatrix(name, "A", tensor);
    long rows = tensor.size(-2);
    long columns = tensor.size(-1);
    if (rows != columns) {
      throw new IllegalArgumentException(
          "%s: A must be batches of square matrices, but they are %d by %d matrices"
              .formatted(name, rows, columns));
    }
  }

  static void requireFloating(String name, Tensor tensor) {
    if (!tensor.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          name
              + ": Expected a floating point or complex tensor as input. Got "
              + tensor.dtype().title());
    }
  }

  /** Refuses element types that the named kernel does not exist for. */
  static void requireKernel(String kernel, Tensor tensor) {
    if (!tensor.dtype().isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"" + kernel + "\" not implemented for '" + tensor.dtype().title() + "'");
    }
  }

  static void requireSameType(String name, String first, DType a, String second, DType b) {
    if (a != b) {
      throw new IllegalArgumentException(
          "%s: Expected %s and %s to have the same dtype, but found %s of type %s and %s of type %s instead"
              .formatted(name, first, second, first, a.title(), second, b.title()));
    }
  }

  /** Refuses a right-hand side whose size is not that of the square matrices. */
  static void requireSystem(String name, Tensor a, Tensor b, boolean left) {
    requireSquare(name, a);
    requireMatrix(name, "B", b);
    if (a.size(-2) != b.size(left ? -2 : -1)) {
      throw new IllegalArgumentException(
          "%s: Incompatible shapes of A and B for the equation %s = B (%dx%d and %dx%d)"
              .formatted(name, left ? "AX" : "XA", a.size(-2), a.size(-1), b.size(-2), b.size(-1)));
    }
  }

  /** Where in a batch an error was found; nothing for a single matrix. */
  static String element(int[] batch, int index) {
    return batch.length == 0 ? "" : "(Batch element " + index + "): ";
  }
}
