package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.derivatives.ArithmeticDerivatives;
import java.util.function.BinaryOperator;

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

  /** {@code self += alpha other}. */
  static Tensor addInPlace(Tensor self, Tensor other, Scalar alpha) {
    return written(
        "AddBackward0",
        self,
        other,
        (x, y) -> Arithmetic.add(x, Arithmetic.mul(y, alpha)),
        alpha.value());
  }

  /** {@code self -= alpha other}. */
  static Tensor subInPlace(Tensor self, Tensor other, Scalar alpha) {
    return written(
        "SubBackward0",
        self,
        other,
        (x, y) -> Arithmetic.sub(x, Arithmetic.mul(y, alpha)),
        -alpha.value());
  }

  private static Tensor written(
      String name, Tensor self, Tensor other, BinaryOperator<Tensor> sum, double alpha) {
    Tensor like = Conversions.detach(other);
    return new Formula(
            name,
            Formula.Saves.NOTHING,
            in -> sum.apply(in[0], in[1]),
            (g, saved, input) ->
                g[0] == null || input == 0
                    ? g[0]
                    : ArithmeticDerivatives.addAlphaOther(g[0], like, alpha))
        .applyInPlace(self, other);
  }

  private static BinaryNode node(String name, Tensor self, Tensor other, double alpha) {
    Partial forOther =
        new Partial(
            Reads.NOTHING,
            (g, s, factor, r) -> ArithmeticDerivatives.addAlphaOther(g, factor, alpha));
    return new BinaryNode(name, SELF, forOther, self, other);
  }
}
