package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.NumberNode.Operation;
import dev.adjoint.derivatives.ArithmeticDerivatives;
import dev.adjoint.kernels.BinaryOp;

/**
 * Sums and quotients of a tensor and a number inside of other operations. As where PyTorch composes
 * an operation of others itself, the number is no operand of the node.
 */
final class PlainNumbers {
  private static final ScalarRule ADD =
      ScalarRule.linear(BinaryOp.ADD, false, new Operation("AddBackward1", 1, (g, number) -> g));
  private static final ScalarRule SUB =
      ScalarRule.linear(BinaryOp.SUB, false, new Operation("SubBackward1", 1, (g, number) -> g));
  private static final ScalarRule MUL =
      ScalarRule.linear(
          BinaryOp.MUL, false, new Operation("MulBackward1", 1, ArithmeticDerivatives::mulSelf));
  private static final ScalarRule DIV =
      ScalarRule.linear(
          BinaryOp.DIV, false, new Operation("DivBackward1", 1, ArithmeticDerivatives::divSelf));

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
