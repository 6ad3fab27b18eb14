package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.CopyDerivatives;
import dev.adjoint.kernels.Layout;

/** Copies, conversions between element types, and tensors without their history. */
public final class Conversions {
  private static final UnaryDerivative CLONE = (g, self, r) -> CopyDerivatives.cloneSelf(g);
  private static final UnaryDerivative TO = (g, self, r) -> CopyDerivatives.toSelf(g, self);

  private Conversions() {}

  /** A dense copy. */
  public static Tensor clone(Tensor self) {
    return copied(self, self.dtype(), "CloneBackward0", CLONE);
  }

  /** The elements as another type; the tensor itself if it has that type already. */
  public static Tensor to(Tensor self, DType dtype) {
    return self.dtype() == dtype ? self : copied(self, dtype, "ToCopyBackward0", TO);
  }

  /** The tensor itself if contiguous, else a dense copy. */
  public static Tensor contiguous(Tensor self) {
    return self.isContiguous() ? self : clone(self);
  }

  private static Tensor copied(Tensor self, DType dtype, String name, UnaryDerivative derivative) {
    Layout shape = Layout.dense(self.layout().sizes());
    Tensor result = Dense.tensor(Dense.copy(self, dtype), dtype, shape);
    return Recording.isNeeded(self) && dtype.isFloatingPoint()
        ? new UnaryNode(name, Reads.NOTHING, derivative, self).record(result)
        : result;
  }

  /** The same elements, without history; in-place changes are counted on both sides. */
  public static Tensor detach(Tensor self) {
    return new Tensor(self.storage(), self.layout());
  }

  /** The same elements, without history; in-place changes go unnoticed by the graph. */
  public static Tensor data(Tensor self) {
    Storage unchecked = self.storage().withOwnVersion();
    return new Tensor(unchecked, self.layout());
  }

  /** The only element as a number. */
  public static double item(Tensor self) {
    int at = only(self);
    return switch (self.storage().array()) {
      case float[] floats -> floats[at];
      case double[] doubles -> doubles[at];
      default -> integer(self, at);
    };
  }

  /** The only element as an integer. */
  public static long itemLong(Tensor self) {
    int at = only(self);
    return self.dtype().isFloatingPoint() ? (long) item(self) : integer(self, at);
  }

  private static int only(Tensor self) {
    if (self.layout().count() != 1) {
      throw new IllegalArgumentException(
          "a Tensor with %d elements cannot be converted to Scalar".formatted(self.numel()));
    }
    return self.layout().offset();
  }

  /** An element of an integral tensor by its place in the storage. */
  static long integer(Tensor self, int at) {
    return switch (self.storage().array()) {
      case long[] longs -> longs[at];
      case int[] ints -> ints[at];
      case short[] shorts -> shorts[at];
      case byte[] bytes -> self.dtype() == DType.UINT8 ? bytes[at] & 0xff : bytes[at];
      default -> throw new IllegalStateException("Conversions: not integral: " + self.dtype());
    };
  }
}
