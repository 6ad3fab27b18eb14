package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.RoundedDivisionDerivatives;
import dev.adjoint.kernels.Rounded;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Quotients rounded to whole numbers, and remainders. */
public final class RoundedDivision {

  private static final Partial ZERO_SELF =
      new Partial(Reads.NOTHING, (g, self, other, r) -> RoundedDivisionDerivatives.zero(g, self));
  private static final Partial ZERO_OTHER =
      new Partial(Reads.NOTHING, (g, self, other, r) -> RoundedDivisionDerivatives.zero(g, other));
  private static final Partial SELF =
      new Partial(
          Reads.NOTHING, (g, self, other, r) -> RoundedDivisionDerivatives.remainderSelf(g, self));
  private static final Partial FLOOR_OTHER =
      new Partial(
          Reads.OPERANDS,
          (g, self, other, r) -> RoundedDivisionDerivatives.remainderOther(g, self, other));
  private static final Partial TRUNC_OTHER =
      new Partial(
          Reads.OPERANDS,
          (g, self, other, r) -> RoundedDivisionDerivatives.fmodOther(g, self, other));

  private RoundedDivision() {}

  /** The rounded operations of a dividend and a divisor. */
  public enum Operator {
    /** The quotient rounded down. */
    FLOOR("DivBackward2", Rounded::floorQuotient, Math::floorDiv, ZERO_SELF, ZERO_OTHER),
    /** The quotient rounded towards zero. */
    TRUNC(
        "DivBackward2",
        (x, y) -> Rounded.towardsZero(x / y),
        (x, y) -> x / y,
        ZERO_SELF,
        ZERO_OTHER),
    /** What rounding down leaves: it has the divisor's sign. */
    REMAINDER("RemainderBackward1", Rounded::remainder, Math::floorMod, SELF, FLOOR_OTHER),
    /** What rounding towards zero leaves: it has the dividend's sign. */
    FMOD("FmodBackward1", (x, y) -> x % y, (x, y) -> x % y, SELF, TRUNC_OTHER);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final MappedPairRule rule;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final LongBinaryOperator integral;

    Operator(
        String name,
        DoubleBinaryOperator real,
        LongBinaryOperator integral,
        Partial self,
        Partial other) {
      this.rule = new MappedPairRule(name, real, self, other);
      this.integral = integral;
    }

    /** The operator of a rounding mode. */
    public static Operator of(String roundingMode) {
      return switch (roundingMode) {
        case "floor" -> FLOOR;
        case "trunc" -> TRUNC;
        default ->
            throw new IllegalArgumentException(
                "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '"
                    + roundingMode
                    + "'");
      };
    }
  }

  /** Divides two operands, broadcast, in the promoted type. */
  public static Tensor apply(Operator operator, Tensor self, Tensor other) {
    DType dtype = Promotion.of(self, other);
    if (dtype.isFloatingPoint()) {
      return Mapped.pair(operator.rule, self, other, dtype);
    }
    refuseZero(other, dtype);
    return IntegralPairs.apply(operator.integral, self, other, dtype);
  }

  /** Divides two operands, written over the first. */
  public static Tensor applyInPlace(Operator operator, Tensor self, Tensor other) {
    DType dtype = Promotion.of(self, other);
    if (dtype.isFloatingPoint()) {
      return Mapped.pairInPlace(operator.rule, self, other, dtype);
    }
    refuseZero(other, dtype);
    return IntegralPairs.applyInPlace(operator.integral, self, other, dtype);
  }

  /** What dividing by a number leaves; the gradient passes as it is. */
  public static Tensor remainder(Operator operator, Tensor self, Number number) {
    Tensor result = apply(operator, Conversions.detach(self), wrapped(number));
    String node = operator == Operator.FMOD ? "FmodBackward0" : "RemainderBackward0";
    return Recording.isNeeded(self)
        ? new UnaryNode(
                node,
                Reads.NOTHING,
                (g, s, r) -> RoundedDivisionDerivatives.remainderSelf(g, s),
                self)
            .record(result)
        : result;
  }

  /** A number as a tensor without dimensions, which promotes as a number does. */
  public static Tensor wrapped(Number number) {
    return number instanceof Double || number instanceof Float
        ? Tensor.tensor(number.doubleValue())
        : Tensor.tensor(number.longValue());
  }

  /** The quotient rounded down, through which no gradient passes. */
  public static Tensor floorDivide(Tensor self, Tensor other) {
    Tensor result = apply(Operator.FLOOR, Conversions.detach(self), Conversions.detach(other));
    return Recording.isNeeded(self, other)
        ? Recording.attach(result, new RefusingNode("floor_divide", self, other))
        : result;
  }

  private static void refuseZero(Tensor divisor, DType dtype) {
    if (dtype == DType.BOOL) {
      throw new UnsupportedOperationException("\"div_floor_cpu\" not implemented for 'Bool'");
    }
    for (long value : (long[]) Dense.copy(divisor, DType.INT64)) {
      if (value == 0) {
        throw new ArithmeticException("ZeroDivisionError");
      }
    }
  }
}
