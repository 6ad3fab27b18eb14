package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.NumberNode.Operation;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.ArithmeticDerivatives;
import dev.adjoint.derivatives.SelectionDerivatives;
import dev.adjoint.kernels.BinaryOp;

/** Sums, differences, products, quotients, and the larger or smaller of two. */
public final class Arithmetic {
  private static final BinaryRule ADD =
      new BinaryRule(
          "AddBackward0",
          BinaryOp.ADD,
          new Partial(Reads.NOTHING, (g, self, other, r) -> ArithmeticDerivatives.addSelf(g, self)),
          new Partial(
              Reads.NOTHING, (g, self, other, r) -> ArithmeticDerivatives.addOther(g, other)));
  private static final BinaryRule SUB =
      new BinaryRule(
          "SubBackward0",
          BinaryOp.SUB,
          new Partial(Reads.NOTHING, (g, self, other, r) -> ArithmeticDerivatives.subSelf(g, self)),
          new Partial(
              Reads.NOTHING, (g, self, other, r) -> ArithmeticDerivatives.subOther(g, other)));
  private static final BinaryRule MUL =
      new BinaryRule(
          "MulBackward0",
          BinaryOp.MUL,
          new Partial(
              Reads.OTHER, (g, self, other, r) -> ArithmeticDerivatives.mulSelf(g, self, other)),
          new Partial(
              Reads.SELF, (g, self, other, r) -> ArithmeticDerivatives.mulOther(g, self, other)));
  private static final BinaryRule DIV =
      new BinaryRule(
          "DivBackward0",
          BinaryOp.DIV,
          new Partial(
              Reads.OTHER, (g, self, other, r) -> ArithmeticDerivatives.divSelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> ArithmeticDerivatives.divOther(g, self, other)));
  private static final BinaryRule MAXIMUM =
      new BinaryRule(
          "MaximumBackward0",
          BinaryOp.MAXIMUM,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> SelectionDerivatives.maximumSelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> SelectionDerivatives.maximumOther(g, self, other)));
  private static final BinaryRule MINIMUM =
      new BinaryRule(
          "MinimumBackward0",
          BinaryOp.MINIMUM,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> SelectionDerivatives.minimumSelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> SelectionDerivatives.minimumOther(g, self, other)));
  private static final ScalarRule ADD_NUMBER =
      ScalarRule.linear(BinaryOp.ADD, false, new Operation("AddBackward0", 2, (g, number) -> g));
  private static final ScalarRule SUB_NUMBER =
      ScalarRule.linear(BinaryOp.SUB, false, new Operation("SubBackward0", 2, (g, number) -> g));
  private static final ScalarRule SUB_FROM_NUMBER =
      ScalarRule.linear(
          BinaryOp.SUB,
          true,
          new Operation("RsubBackward1", 1, (g, number) -> ArithmeticDerivatives.rsubSelf(g)));
  private static final ScalarRule MUL_NUMBER =
      ScalarRule.linear(
          BinaryOp.MUL, false, new Operation("MulBackward0", 2, ArithmeticDerivatives::mulSelf));
  private static final ScalarRule SCALE =
      ScalarRule.linear(
          BinaryOp.MUL, false, new Operation("MulBackward1", 1, ArithmeticDerivatives::mulSelf));
  private static final ScalarRule DIV_NUMBER =
      ScalarRule.linear(
          BinaryOp.DIV, false, new Operation("DivBackward0", 2, ArithmeticDerivatives::divSelf));

  private Arithmetic() {}

  /**
   * {@code self + other}.
   *
   * @param self an operand
   * @param other the other, broadcast
   * @return the sum in the promoted type
   */
  public static Tensor add(Tensor self, Tensor other) {
    return Elementwise.apply(ADD, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self + alpha * other}.
   *
   * @param self an operand
   * @param other the other, broadcast
   * @param alpha factor of {@code other}
   * @return the sum in the promoted type
   */
  public static Tensor add(Tensor self, Tensor other, Scalar alpha) {
    checkAlpha(self, other, alpha);
    return alpha.value() == 1 ? add(self, other) : WeightedSums.add(self, other, alpha);
  }

  /**
   * {@code self + other}.
   *
   * @param self a tensor
   * @param other a number
   * @return the sum in the promoted type
   */
  public static Tensor add(Tensor self, Scalar other) {
    return Elementwise.apply(ADD_NUMBER, self, other, Promotion.of(self, other));
  }

  /** As {@link #add(Tensor, Scalar)} with a floating-point number, which is not boxed then. */
  public static Tensor add(Tensor self, double other) {
    return Elementwise.apply(ADD_NUMBER, self, other, Promotion.floating(self.dtype()));
  }

  /**
   * {@code self - other}.
   *
   * @param self an operand
   * @param other the other, broadcast
   * @return the difference in the promoted type
   */
  public static Tensor sub(Tensor self, Tensor other) {
    refuseBooleans(self, other);
    return Elementwise.apply(SUB, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self - alpha * other}.
   *
   * @param self an operand
   * @param other the other, broadcast
   * @param alpha factor of {@code other}
   * @return the difference in the promoted type
   */
  public static Tensor sub(Tensor self, Tensor other, Scalar alpha) {
    checkAlpha(self, other, alpha);
    return alpha.value() == 1 ? sub(self, other) : WeightedSums.sub(self, other, alpha);
  }

  /**
   * {@code self - other}.
   *
   * @param self a tensor
   * @param other a number
   * @return the difference in the promoted type
   */
  public static Tensor sub(Tensor self, Scalar other) {
    refuseBoolean(self);
    return Elementwise.apply(SUB_NUMBER, self, other, Promotion.of(self, other));
  }

  /** As {@link #sub(Tensor, Scalar)} with a floating-point number, which is not boxed then. */
  public static Tensor sub(Tensor self, double other) {
    refuseBoolean(self);
    return Elementwise.apply(SUB_NUMBER, self, other, Promotion.floating(self.dtype()));
  }

  /**
   * {@code other - self}.
   *
   * @param self a tensor
   * @param other a number
   * @return the difference in the promoted type
   */
  public static Tensor rsub(Tensor self, Scalar other) {
    refuseBoolean(self);
    return Elementwise.apply(SUB_FROM_NUMBER, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self * other}.
   *
   * @param self an operand
   * @param other the other, broadcast
   * @return the product in the promoted type
   */
  public static Tensor mul(Tensor self, Tensor other) {
    return Elementwise.apply(MUL, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self * other}.
   *
   * @param self a tensor
   * @param other a number
   * @return the product in the promoted type
   */
  public static Tensor mul(Tensor self, Scalar other) {
    return Elementwise.apply(MUL_NUMBER, self, other, Promotion.of(self, other));
  }

  /** As {@link #mul(Tensor, Scalar)} with a floating-point number, which is not boxed then. */
  public static Tensor mul(Tensor self, double other) {
    return Elementwise.apply(MUL_NUMBER, self, other, Promotion.floating(self.dtype()));
  }

  /** As {@link #mul(Tensor, Scalar)}, under the name that scaling within derivatives has. */
  public static Tensor scale(Tensor self, double factor) {
    return Elementwise.apply(SCALE, self, factor, self.dtype());
  }

  /**
   * {@code self / other}, always a real quotient.
   *
   * @param self the dividend
   * @param other the divisor, broadcast
   * @return the quotient in the promoted floating type
   */
  public static Tensor div(Tensor self, Tensor other) {
    return Elementwise.apply(DIV, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  /**
   * {@code self / other}, always a real quotient.
   *
   * @param self the dividend
   * @param other the divisor
   * @return the quotient in the promoted floating type
   */
  public static Tensor div(Tensor self, Scalar other) {
    return Elementwise.apply(DIV_NUMBER, self, other, quotientType(self, other));
  }

  /** As {@link #div(Tensor, Scalar)} with a floating-point number, which is not boxed then. */
  public static Tensor div(Tensor self, double other) {
    return Elementwise.apply(DIV_NUMBER, self, other, Promotion.floating(self.dtype()));
  }

  private static DType quotientType(Tensor self, Scalar other) {
    return Promotion.floating(Promotion.of(self, other));
  }

  /**
   * The larger of two elements.
   *
   * @param self an operand
   * @param other the other, broadcast
   * @return the maximum in the promoted type; NaN wins
   */
  public static Tensor maximum(Tensor self, Tensor other) {
    return Elementwise.apply(MAXIMUM, self, other, Promotion.of(self, other));
  }

  /**
   * The smaller of two elements.
   *
   * @param self an operand
   * @param other the other, broadcast
   * @return the minimum in the promoted type; NaN wins
   */
  public static Tensor minimum(Tensor self, Tensor other) {
    return Elementwise.apply(MINIMUM, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self += alpha * other}.
   *
   * @param self the tensor to write
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return {@code self}
   */
  public static Tensor addInPlace(Tensor self, Tensor other, Scalar alpha) {
    checkAlpha(self, other, alpha);
    return alpha.value() == 1
        ? Elementwise.applyInPlace(ADD, self, other, Promotion.of(self, other))
        : WeightedSums.addInPlace(self, other, alpha);
  }

  /**
   * {@code self += other}.
   *
   * @param self the tensor to write
   * @param other a number
   * @return {@code self}
   */
  public static Tensor addInPlace(Tensor self, Scalar other) {
    return Elementwise.applyInPlace(ADD_NUMBER, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self -= alpha * other}.
   *
   * @param self the tensor to write
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return {@code self}
   */
  public static Tensor subInPlace(Tensor self, Tensor other, Scalar alpha) {
    refuseBooleans(self, other);
    checkAlpha(self, other, alpha);
    return alpha.value() == 1
        ? Elementwise.applyInPlace(SUB, self, other, Promotion.of(self, other))
        : WeightedSums.subInPlace(self, other, alpha);
  }

  /**
   * {@code self -= other}.
   *
   * @param self the tensor to write
   * @param other a number
   * @return {@code self}
   */
  public static Tensor subInPlace(Tensor self, Scalar other) {
    refuseBoolean(self);
    return Elementwise.applyInPlace(SUB_NUMBER, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self *= other}.
   *
   * @param self the tensor to write
   * @param other the other operand, broadcast
   * @return {@code self}
   */
  public static Tensor mulInPlace(Tensor self, Tensor other) {
    return Elementwise.applyInPlace(MUL, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self *= other}.
   *
   * @param self the tensor to write
   * @param other a number
   * @return {@code self}
   */
  public static Tensor mulInPlace(Tensor self, Scalar other) {
    return Elementwise.applyInPlace(MUL_NUMBER, self, other, Promotion.of(self, other));
  }

  /**
   * {@code self /= other}.
   *
   * @param self the tensor to write
   * @param other the divisor, broadcast
   * @return {@code self}
   */
  public static Tensor divInPlace(Tensor self, Tensor other) {
    DType dtype = Promotion.floating(Promotion.of(self, other));
    return Elementwise.applyInPlace(DIV, self, other, dtype);
  }

  /**
   * {@code self /= other}.
   *
   * @param self the tensor to write
   * @param other the divisor
   * @return {@code self}
   */
  public static Tensor divInPlace(Tensor self, Scalar other) {
    return Elementwise.applyInPlace(DIV_NUMBER, self, other, quotientType(self, other));
  }

  private static void checkAlpha(Tensor self, Tensor other, Scalar alpha) {
    boolean integral = !Promotion.of(self, other).isFloatingPoint();
    if (integral && alpha.kind() == DType.Kind.FLOATING) {
      throw new IllegalArgumentException(
          "For integral input tensors, argument alpha must not be a floating point number.");
    }
  }

  private static void refuseBooleans(Tensor self, Tensor other) {
    if (self.dtype() == DType.BOOL && other.dtype() == DType.BOOL) {
      throw new IllegalArgumentException(
          "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or"
              + " `logical_xor()` operator instead.");
    }
    refuseBoolean(self);
    refuseBoolean(other);
  }

  private static void refuseBoolean(Tensor self) {
    if (self.dtype() == DType.BOOL) {
      throw new IllegalArgumentException(
          "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to"
              + " invert a mask, use the `~` or `logical_not()` operator instead.");
    }
  }
}
