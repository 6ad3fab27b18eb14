package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.MaskDerivatives;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** Truth values: tests of elements, their combinations, and elements replaced or picked by them. */
public final class Masks {

  private static final Formula FILL_BY_TENSOR =
      new Formula(
          "MaskedFillBackward1",
          Formula.Saves.OPERANDS,
          in -> Comparisons.where(in[1], in[2].to(in[0].dtype()), in[0]),
          (g, saved, input) -> MaskDerivatives.maskedFill(g[0], saved, input));

  private Masks() {}

  /** Tests every element. */
  public static Tensor test(Tensor self, DoublePredicate test) {
    Layout shape = Broadcast.dense(self.layout());
    double[] values = Dense.doubles(self, shape);
    byte[] truth = new byte[shape.count()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (byte) (test.test(values[i]) ? 1 : 0);
    }
    return Dense.tensor(truth, DType.BOOL, shape);
  }

  /** Whether either element is not zero. */
  public static Tensor logicalOr(Tensor self, Tensor other) {
    return Bitwise.apply(Bitwise.Operator.OR, truth(self), truth(other));
  }

  /** Whether exactly one element is not zero. */
  public static Tensor logicalXor(Tensor self, Tensor other) {
    return Bitwise.apply(Bitwise.Operator.XOR, truth(self), truth(other));
  }

  private static Tensor truth(Tensor self) {
    return Conversions.detach(self).to(DType.BOOL);
  }

  /** A number where the mask holds, else the element. */
  public static Tensor maskedFill(Tensor self, Tensor mask, Scalar value) {
    requireMask("masked_fill_", mask);
    DType dtype = self.dtype();
    Tensor result = Comparisons.where(mask, Creation.full(value, dtype), Conversions.detach(self));
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "MaskedFillBackward0",
                Reads.NOTHING,
                (g, s, r) -> MaskDerivatives.maskedFillSelf(g, s, mask),
                self)
            .record(result)
        : result;
  }

  /** A scalar tensor where the mask holds, else the element. */
  public static Tensor maskedFill(Tensor self, Tensor mask, Tensor value) {
    requireMask("masked_fill_", mask);
    if (value.dim() != 0) {
      throw new IllegalArgumentException(
          "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with "
              + value.dim()
              + " dimension(s).");
    }
    return FILL_BY_TENSOR.apply(self, mask, value);
  }

  /** As {@link #maskedFill(Tensor, Tensor, Tensor)}, written over the tensor. */
  public static Tensor maskedFillInPlace(Tensor self, Tensor mask, Tensor value) {
    requireMask("masked_fill_", mask);
    return FILL_BY_TENSOR.applyInPlace(self, mask, value);
  }

  /** As {@link #maskedFill(Tensor, Tensor, Scalar)}, written over the tensor. */
  public static Tensor maskedFillInPlace(Tensor self, Tensor mask, Scalar value) {
    return maskedFillInPlace(self, mask, Creation.full(value, self.dtype()));
  }

  /** The elements where the mask holds, in row-major order. */
  public static Tensor maskedSelect(Tensor self, Tensor mask) {
    requireMask("masked_select", mask);
    Layout shape = Broadcast.of(self.layout(), mask.layout());
    Tensor stretched = self.expand(Views.toLongs(shape.sizes()));
    return Selection.atPlaces("MaskedSelectBackward0", stretched, places(mask, shape));
  }

  /** Row-major positions where the mask holds. */
  private static int[] places(Tensor mask, Layout shape) {
    byte[] truth = (byte[]) Dense.array(mask, shape, DType.BOOL);
    int[] places = new int[shape.count()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      if (truth[i] != 0) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private static void requireMask(String name, Tensor mask) {
    if (mask.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          "%s only supports boolean masks, but got mask with dtype %s"
              .formatted(name, mask.dtype().scalarName()));
    }
  }
}
