package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.CopyDerivatives;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is common to operations that write over an operand, and those that only do that. */
public final class InPlace {
  private static final Partial OVERWRITTEN =
      new Partial(
          Reads.NOTHING,
          (gradOutput, self, source, result) -> CopyDerivatives.overwritten(gradOutput));
  private static final Partial COPIED =
      new Partial(
          Reads.NOTHING,
          (gradOutput, self, source, result) -> CopyDerivatives.source(gradOutput, source));

  private InPlace() {}

  /** Refuses results that the graph, the memory or the element type of {@code self} cannot take. */
  static void check(Tensor self, DType resultType) {
    checkWritable(self);
    if (resultType.kind().compareTo(self.dtype().kind()) > 0) {
      throw new IllegalArgumentException(
          "result type "
              + resultType.title()
              + " can't be cast to the desired output type "
              + self.dtype().title());
    }
  }

  static void checkWritable(Tensor self) {
    Recording.checkInPlace(self);
    if (self.layout().overlaps()) {
      throw new IllegalArgumentException(
          "unsupported operation: more than one element of the written-to tensor refers to a single"
              + " memory location. Please clone() the tensor before performing the operation.");
    }
  }

  static void checkShape(Tensor self, Layout result) {
    if (!self.layout().sameShape(result)) {
      throw new IllegalArgumentException(
          "output with shape %s doesn't match the broadcast shape %s"
              .formatted(Arrays.toString(self.layout().sizes()), Arrays.toString(result.sizes())));
    }
  }

  /** The array of {@code self} if a kernel can write its results straight to it. */
  static @Nullable Object target(Tensor self, DType dtype) {
    boolean direct = dtype == self.dtype() && dtype.isFloatingPoint() && self.layout().isDense();
    return direct ? self.storage().array() : null;
  }

  /**
   * Sets every element to zero.
   *
   * @param self the tensor to write
   * @return {@code self}
   */
  public static Tensor zero(Tensor self) {
    return overwrite(self, "ZeroBackward0", Scalar.of(0L));
  }

  /**
   * Sets every element to a number.
   *
   * @param self the tensor to write
   * @param value the number, converted to the tensor's type
   * @return {@code self}
   */
  public static Tensor fill(Tensor self, Scalar value) {
    return overwrite(self, "FillBackward2", value);
  }

  private static Tensor overwrite(Tensor self, String name, Scalar value) {
    return overwrite(
        self,
        name,
        () -> {
          Tensor filled = Creation.full(value, self.dtype(), self.layout().sizes());
          Dense.write(self, filled.storage().array(), self.dtype());
        });
  }

  /** Writes what depends on no operand: the derivative is zero. */
  static Tensor overwrite(Tensor self, String name, Runnable writing) {
    checkWritable(self);
    UnaryNode node = null;
    if (Recording.isNeeded(self)) {
      node =
          new UnaryNode(
              name, Reads.NOTHING, (g, before, result) -> CopyDerivatives.overwritten(g), self);
    }
    writing.run();
    return node == null ? self : node.recordInPlace(self);
  }

  /**
   * Sets every element to the value of a scalar tensor.
   *
   * @param self the tensor to write
   * @param value a tensor without dimensions
   * @return {@code self}
   */
  public static Tensor fill(Tensor self, Tensor value) {
    if (value.dim() != 0) {
      throw new IllegalArgumentException(
          "fill_ only supports 0-dimension value tensor but got tensor with %d dimensions."
              .formatted(value.dim()));
    }
    return copy(self, value, "FillBackward3");
  }

  /**
   * Copies the elements of another tensor, broadcast and converted.
   *
   * @param self the tensor to write
   * @param source the values
   * @return {@code self}
   */
  public static Tensor copy(Tensor self, Tensor source) {
    return copy(self, source, "CopyBackwards");
  }

  private static Tensor copy(Tensor self, Tensor source, String name) {
    checkWritable(self);
    Views.checkExpandable(source.layout().sizes(), self.layout().sizes());
    BinaryNode node = null;
    if (Recording.isNeeded(self, source)) {
      node = new BinaryNode(name, OVERWRITTEN, COPIED, self, source);
    }
    Layout shape = Broadcast.dense(self.layout());
    Object values = Dense.array(source, shape, self.dtype());
    Dense.write(self, values, self.dtype());
    return node == null ? self : node.recordInPlace(self);
  }
}
