package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.derivatives.SelectionDerivatives;
import dev.adjoint.kernels.Choose;
import dev.adjoint.kernels.CompareOp;
import dev.adjoint.kernels.Layout;

/** Comparisons, which have no derivative, and the choice they make, which has. */
public final class Comparisons {
  private Comparisons() {}

  /** Compares elements, broadcast, in the promoted type. */
  public static Tensor compare(CompareOp op, Tensor self, Tensor other) {
    Layout shape = Broadcast.of(self.layout(), other.layout());
    DType dtype = Promotion.of(self, other);
    byte[] truth = ElementwiseValues.compare(op, self, other, dtype, shape);
    return Dense.tensor(truth, DType.BOOL, shape);
  }

  /** Compares elements with a number in the promoted type. */
  public static Tensor compare(CompareOp op, Tensor self, Scalar other) {
    DType dtype = Promotion.of(self, other);
    Tensor number = Creation.full(other, dtype);
    Layout shape = Broadcast.dense(self.layout());
    byte[] truth = ElementwiseValues.compare(op, self, number, dtype, shape);
    return Dense.tensor(truth, DType.BOOL, shape);
  }

  /** Whether shapes and all elements are equal. */
  public static boolean equal(Tensor self, Tensor other) {
    return self.layout().sameShape(other.layout())
        && all(compare(CompareOp.EQ, self, other)).itemBoolean();
  }

  /** The truth values turned round; other types are compared with zero first. */
  public static Tensor logicalNot(Tensor self) {
    return compare(CompareOp.EQ, self, Scalar.of(0L));
  }

  /** Whether no element is zero. */
  public static Tensor all(Tensor self) {
    byte[] truth = (byte[]) Dense.copy(self, DType.BOOL);
    boolean result = true;
    for (byte value : truth) {
      result &= value != 0;
    }
    return Creation.scalar(result);
  }

  /** Whether some element is not zero. */
  public static Tensor any(Tensor self) {
    byte[] truth = (byte[]) Dense.copy(self, DType.BOOL);
    boolean result = false;
    for (byte value : truth) {
      result |= value != 0;
    }
    return Creation.scalar(result);
  }

  /** The elements of one tensor where a condition holds, else of the other; all broadcast. */
  public static Tensor where(Tensor condition, Tensor input, Tensor other) {
    if (condition.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          "where expected condition to be a boolean tensor, but got a tensor with dtype "
              + condition.dtype().title());
    }
    Layout operands = Broadcast.of(input.layout(), other.layout());
    Layout shape = Broadcast.of(condition.layout(), operands);
    DType dtype = Promotion.of(input, other);
    byte[] truth = (byte[]) Dense.array(condition, shape, DType.BOOL);
    Object first = Dense.array(input, shape, dtype);
    Object second = Dense.array(other, shape, dtype);
    Object values = Choose.apply(truth, first, second, dtype, shape.count());
    Tensor result = Dense.tensor(values, dtype, shape);
    return Recording.isNeeded(input, other)
        ? choice(condition, input, other).record(result)
        : result;
  }

  private static BinaryNode choice(Tensor condition, Tensor input, Tensor other) {
    SavedTensor kept = SavedTensor.of(condition);
    Partial first =
        new Partial(
            Reads.NOTHING,
            (g, self, second, r) -> SelectionDerivatives.whereInput(g, kept.unpack(), self));
    Partial second =
        new Partial(
            Reads.NOTHING,
            (g, self, alternative, r) ->
                SelectionDerivatives.whereOther(g, kept.unpack(), alternative));
    return new BinaryNode("WhereBackward0", first, second, input, other);
  }
}
