package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.MaskDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Placement;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** Truth values: tests of elements, their combinations, and elements replaced or picked by them. */
public final class Masks {

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
    if (!Recording.isNeeded(self)) {
      return result;
    }
    SavedTensor kept = SavedTensor.of(mask);
    return new UnaryNode(
            "MaskedFillBackward0",
            Reads.NOTHING,
            (g, s, r) -> MaskDerivatives.maskedFillSelf(g, s, kept.unpack()),
            self)
        .record(result);
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
    return filling(self, mask, value).applyWith(new Tensor[] {mask}, self, value);
  }

  private static Formula filling(Tensor self, Tensor mask, Tensor value) {
    long[] shape = self.shape();
    DType valueType = value.dtype();
    return new Formula(
        "MaskedFillBackward1",
        Formula.Saves.NOTHING,
        in -> Comparisons.where(mask, in[1].to(in[0].dtype()), in[0]),
        (g, saved, input) ->
            g[0] == null
                ? null
                : input == 0
                    ? MaskDerivatives.unfilled(g[0], saved[0], shape)
                    : MaskDerivatives.filled(g[0], saved[0], valueType));
  }

  /** As {@link #maskedFill(Tensor, Tensor, Tensor)}, written over the tensor. */
  public static Tensor maskedFillInPlace(Tensor self, Tensor mask, Tensor value) {
    requireMask("masked_fill_", mask);
    Formula filling = filling(self, mask, value);
    return filling.applyInPlaceWith(new Tensor[] {mask}, self, value);
  }

  /** As {@link #maskedFill(Tensor, Tensor, Scalar)}, written over the tensor. */
  public static Tensor maskedFillInPlace(Tensor self, Tensor mask, Scalar value) {
    requireMask("masked_fill_", mask);
    long[] shape = self.shape();
    Tensor number = Creation.full(value, self.dtype());
    return new Formula(
            "MaskedFillBackward0",
            Formula.Saves.NOTHING,
            in -> Comparisons.where(mask, number, in[0]),
            (g, saved, input) ->
                g[0] == null ? null : MaskDerivatives.unfilled(g[0], saved[0], shape))
        .applyInPlaceWith(new Tensor[] {mask}, self);
  }

  /** The elements where the mask holds, in row-major order. */
  public static Tensor maskedSelect(Tensor self, Tensor mask) {
    if (mask.dtype() != DType.BOOL) {
      throw new IllegalArgumentException("masked_select: expected BoolTensor for mask");
    }
    Layout shape = Broadcast.of(self.layout(), mask.layout());
    int[] places = places(mask, shape);
    if (!self.layout().sameShape(shape)) {
      Tensor dense = Conversions.clone(Conversions.detach(self));
      int[] all = Placement.of(Views.expand(dense, Views.toLongs(shape.sizes())).layout());
      places = Arrays.stream(places).map(place -> all[place]).toArray();
    }
    return Reindexing.pick("MaskedSelectBackward0", self, places, places.length);
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
