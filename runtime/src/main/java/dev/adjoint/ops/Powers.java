package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.DType.Kind;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.PowerDerivatives;
import dev.adjoint.kernels.BinaryOp;
import dev.adjoint.kernels.UnaryOp;

/** Powers with a tensor or a number as base or exponent. */
public final class Powers {
  private static final BinaryRule POW =
      new BinaryRule(
          "PowBackward1",
          BinaryOp.POW,
          new Partial(
              Reads.OPERANDS,
              (g, self, exponent, r) -> PowerDerivatives.powSelf(g, self, exponent)),
          new Partial(
              Reads.ALL,
              (g, self, exponent, r) -> PowerDerivatives.powExponent(g, self, exponent, r)));

  private static final ScalarRule BY_NUMBER =
      new ScalarRule(BinaryOp.POW, false, Reads.SELF, Powers::powNode);
  private static final ScalarRule OF_NUMBER =
      new ScalarRule(BinaryOp.POW, true, Reads.RESULT, Powers::rpowNode);

  private Powers() {}

  /** {@code self ^ exponent}, broadcast, in the promoted type. */
  public static Tensor pow(Tensor self, Tensor exponent) {
    if (Promotion.of(self, exponent) == DType.BOOL) {
      throw new UnsupportedOperationException("\"pow\" not implemented for 'Bool'");
    }
    return Elementwise.apply(POW, self, exponent, Promotion.of(self, exponent));
  }

  /** {@code self ^ exponent} in the promoted type. */
  public static Tensor pow(Tensor self, Scalar exponent) {
    DType dtype = resultType(self, exponent);
    if (dtype.isFloatingPoint() && isShortcut(exponent.value())) {
      UnaryOp op = shortcut(exponent.value());
      UnaryDerivative derivative = derivative(exponent.value());
      UnaryRule rule = new UnaryRule("PowBackward0", op, Reads.SELF, derivative);
      return Elementwise.apply(rule, self, dtype);
    }
    return Elementwise.apply(BY_NUMBER, self, exponent, dtype);
  }

  /** {@code self ^ exponent} with a truth value, which leaves truth values what they are. */
  public static Tensor pow(Tensor self, boolean exponent) {
    if (self.dtype() != DType.BOOL) {
      return pow(self, Scalar.of(exponent ? 1L : 0L));
    }
    return exponent ? self.clone() : Tensor.onesLike(self);
  }

  /** {@code self = self ^ exponent}. */
  public static Tensor powInPlace(Tensor self, Scalar exponent) {
    DType dtype = resultType(self, exponent);
    return Elementwise.applyInPlace(BY_NUMBER, self, exponent, dtype);
  }

  /** {@code self = self ^ exponent}, broadcast. */
  public static Tensor powInPlace(Tensor self, Tensor exponent) {
    return Elementwise.applyInPlace(POW, self, exponent, Promotion.of(self, exponent));
  }

  /** {@code base ^ self} in the promoted type. */
  public static Tensor rpow(Tensor self, Scalar base) {
    return Elementwise.apply(OF_NUMBER, self, base, Promotion.of(self, base));
  }

  private static UnaryNode powNode(Tensor self, double exponent) {
    return new UnaryNode("PowBackward0", Reads.SELF, derivative(exponent), self);
  }

  private static UnaryNode rpowNode(Tensor self, double base) {
    UnaryDerivative derivative = (g, exponent, r) -> PowerDerivatives.rpowSelf(g, r, base);
    return new UnaryNode("PowBackward2", Reads.RESULT, derivative, self);
  }

  private static UnaryDerivative derivative(double exponent) {
    return (g, self, r) -> PowerDerivatives.powSelf(g, self, exponent);
  }

  private static DType resultType(Tensor self, Scalar exponent) {
    DType dtype = Promotion.of(self, exponent);
    if (!dtype.isFloatingPoint() && exponent.kind() == Kind.INTEGRAL && exponent.integer() < 0) {
      throw new IllegalArgumentException("Integers to negative integer powers are not allowed.");
    }
    return dtype;
  }

  private static boolean isShortcut(double exponent) {
    return exponent == 2 || exponent == 0.5 || exponent == -1;
  }

  private static UnaryOp shortcut(double exponent) {
    return exponent == 2 ? UnaryOp.SQUARE : exponent == 0.5 ? UnaryOp.SQRT : UnaryOp.RECIPROCAL;
  }
}
