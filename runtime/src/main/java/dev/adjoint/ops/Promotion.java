package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.DType.Kind;
import dev.adjoint.Tensor;

/**
 * Result types of mixed operands. Tensors with dimensions outrank scalar tensors, which outrank
 * numbers; a lower rank matters only if its kind is higher.
 */
public final class Promotion {
  private Promotion() {}

  /**
   * The type two tensors are computed in.
   *
   * @param first an operand
   * @param second the other
   * @return the promoted type
   */
  public static DType of(Tensor first, Tensor second) {
    DType a = first.dtype();
    DType b = second.dtype();
    if (a == b) {
      return a;
    }
    boolean firstIsScalar = first.dim() == 0;
    if (firstIsScalar == (second.dim() == 0)) {
      return DType.promote(a, b);
    }
    DType higher = firstIsScalar ? b : a;
    DType lower = firstIsScalar ? a : b;
    return higher.kind().compareTo(lower.kind()) >= 0 ? higher : DType.promote(higher, lower);
  }

  /**
   * The type a tensor and a number are computed in.
   *
   * @param tensor the tensor
   * @param number the number
   * @return the tensor's type unless the number is of a higher kind
   */
  public static DType of(Tensor tensor, Scalar number) {
    DType dtype = tensor.dtype();
    if (dtype.kind().compareTo(number.kind()) >= 0) {
      return dtype;
    }
    return number.kind() == Kind.FLOATING ? DType.FLOAT32 : DType.INT64;
  }

  /**
   * The type of a function with real values.
   *
   * @param dtype the argument's type
   * @return the same if floating, else the default type
   */
  public static DType floating(DType dtype) {
    return dtype.isFloatingPoint() ? dtype : DType.FLOAT32;
  }
}
