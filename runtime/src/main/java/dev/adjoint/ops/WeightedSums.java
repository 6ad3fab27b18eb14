package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.derivatives.ArithmeticDerivatives;

/** Sums and differences with a factor of the second operand, one node each. */
final class WeightedSums {
  private static final Partial SELF =
      new Partial(Reads.NOTHING, (g, self, other, r) -> ArithmeticDerivatives.addSelf(g, self));

  private WeightedSums() {}

  /** {@code self + alpha other}. */
  static Tensor add(Tensor self, Tensor other, Scalar alpha) {
    Tensor scaled = Arithmetic.mul(Conversions.detach(other), alpha);
    Tensor result = Arithmetic.add(Conversions.detach(self), scaled);
    return Recording.isNeeded(self, other)
        ? node("AddBackward0", self, other, alpha.value()).record(result)
        : result;
  }

  /** {@code self - alpha other}. */
  static Tensor sub(Tensor self, Tensor other, Scalar alpha) {
    Tensor scaled = Arithmetic.mul(Conversions.detach(other), alpha);
    Tensor result = Arithmetic.sub(Conversions.detach(self), scaled);
    return Recording.isNeeded(self, other)
        ? node("SubBackward0", self, other, -alpha.value()).record(result)
        : result;
  }

  private static BinaryNode node(String name, Tensor self, Tensor other, double alpha) {
    Partial forOther =
        new Partial(
            Reads.NOTHING,
            (g, s, factor, r) -> ArithmeticDerivatives.addAlphaOther(g, factor, alpha));
    return new BinaryNode(name, SELF, forOther, self, other);
  }
}
