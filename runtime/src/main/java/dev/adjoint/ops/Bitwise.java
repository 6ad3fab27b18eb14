package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.function.LongBinaryOperator;

/** Bit by bit operations on integers and truth values. */
public final class Bitwise {

  private Bitwise() {}

  /** The operations of two operands. */
  public enum Operator {
    /** Bits set in both. */
    AND("bitwise_and", (x, y) -> x & y),
    /** Bits set in either. */
    OR("bitwise_or", (x, y) -> x | y),
    /** Bits set in one only. */
    XOR("bitwise_xor", (x, y) -> x ^ y),
    /** Bits moved up. */
    LEFT_SHIFT("lshift", Operator::shiftedUp),
    /** Bits moved down, keeping the sign. */
    RIGHT_SHIFT("rshift", (x, y) -> y < 0 || y > 63 ? (x < 0 ? -1 : 0) : x >> y);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final LongBinaryOperator function;

    Operator(String label, LongBinaryOperator function) {
      this.label = label;
      this.function = function;
    }

    private static long shiftedUp(long x, long y) {
      return y < 0 || y > 63 ? 0 : x << y;
    }
  }

  /** Combines two operands, broadcast, in the promoted type. */
  public static Tensor apply(Operator operator, Tensor self, Tensor other) {
    DType dtype = checked(operator, Promotion.of(self, other));
    return IntegralPairs.apply(operator.function, self, other, dtype);
  }

  /** Combines a tensor and an integer in the promoted type. */
  public static Tensor apply(Operator operator, Tensor self, Scalar other) {
    DType dtype = checked(operator, Promotion.of(self, other));
    return apply(operator, self.to(dtype), Creation.full(other, dtype));
  }

  /** Combines two operands, written over the first. */
  public static Tensor applyInPlace(Operator operator, Tensor self, Tensor other) {
    DType dtype = checked(operator, Promotion.of(self, other));
    return IntegralPairs.applyInPlace(operator.function, self, other, dtype);
  }

  /** All bits turned round; truth values negated. */
  public static Tensor not(Tensor self) {
    if (self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "~ (operator.invert) is only implemented on integer and Boolean-type tensors");
    }
    Tensor ones = Creation.full(Scalar.of(self.dtype() == DType.BOOL ? 1L : -1L), self.dtype());
    return apply(Operator.XOR, self, ones);
  }

  /** All bits turned round, in place. */
  public static Tensor notInPlace(Tensor self) {
    return self.copy_(not(self));
  }

  private static DType checked(Operator operator, DType dtype) {
    if (dtype.isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"%s_cpu\" not implemented for '%s'".formatted(operator.label, dtype.title()));
    }
    return dtype;
  }
}
