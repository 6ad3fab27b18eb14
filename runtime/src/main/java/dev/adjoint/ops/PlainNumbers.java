package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.ArithmeticDerivatives;
import dev.adjoint.kernels.BinaryOp;

/**
 * Sums and quotients of a tensor and a number inside of other operations. As where PyTorch composes
 * an operation of others itself, the number is no operand of the node.
 */
final class PlainNumbers {
  private static final ScalarRule ADD =
      new ScalarRule("AddBackward1", BinaryOp.ADD, false, 1, Reads.NOTHING, _ -> (g, s, r) -> g);
  private static final ScalarRule SUB =
      new ScalarRule("SubBackward1", BinaryOp.SUB, false, 1, Reads.NOTHING, _ -> (g, s, r) -> g);
  private static final ScalarRule DIV =
      new ScalarRule(
          "DivBackward1",
          BinaryOp.DIV,
          false,
          1,
          Reads.NOTHING,
          number -> (g, s, r) -> ArithmeticDerivatives.divSelf(g, number));

  private static final ScalarRule MUL =
      new ScalarRule(
          "MulBackward1",
          BinaryOp.MUL,
          false,
          1,
          Reads.NOTHING,
          number -> (g, s, r) -> ArithmeticDerivatives.mulSelf(g, number));

  private PlainNumbers() {}

  /** {@code self + number}. */
  static Tensor add(Tensor self, double number) {
    return apply(ADD, self, number);
  }

  /** {@code self - number}. */
  static Tensor sub(Tensor self, double number) {
    return apply(SUB, self, number);
  }

  /** {@code self * number}. */
  static Tensor mul(Tensor self, double number) {
    return apply(MUL, self, number);
  }

  /** {@code self / number}. */
  static Tensor div(Tensor self, double number) {
    return apply(DIV, self, number);
  }

  /** {@code number - self}, the number a constant tensor. */
  static Tensor from(double number, Tensor self) {
    return Tensor.full(new long[0], number, self.dtype()).sub(self);
  }

  private static Tensor apply(ScalarRule rule, Tensor self, double number) {
    Scalar scalar = Scalar.of(number);
    return Elementwise.apply(rule, self, scalar, Promotion.of(self, scalar));
  }
}
