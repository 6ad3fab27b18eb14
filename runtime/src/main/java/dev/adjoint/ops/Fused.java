package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.FusedDerivatives;
import dev.adjoint.ops.Formula.Saves;

/** Short elementwise formulas of three operands. */
public final class Fused {

  private static final Formula LERP =
      new Formula(
          "LerpBackward1",
          Saves.OPERANDS,
          in -> between(in[0], in[1], in[2]),
          (g, saved, input) -> FusedDerivatives.lerp(g[0], saved, input));

  private Fused() {}

  /** {@code self + value * first * second}, broadcast. */
  public static Tensor addcmul(Tensor self, Tensor first, Tensor second, Scalar value) {
    return product(value).apply(self, first, second);
  }

  /** {@code self += value * first * second}. */
  public static Tensor addcmulInPlace(Tensor self, Tensor first, Tensor second, Scalar value) {
    return product(value).applyInPlace(self, first, second);
  }

  private static Formula product(Scalar value) {
    return new Formula(
        "AddcmulBackward0",
        Saves.OPERANDS,
        in -> Arithmetic.add(in[0], Arithmetic.mul(in[1], in[2]), value),
        (g, saved, input) -> FusedDerivatives.addcmul(g[0], saved, value.value(), input));
  }

  /** {@code self + value * first / second}, broadcast. */
  public static Tensor addcdiv(Tensor self, Tensor first, Tensor second, Scalar value) {
    refuseIntegers(first, second);
    return quotient(value).apply(self, first, second);
  }

  /** {@code self += value * first / second}. */
  public static Tensor addcdivInPlace(Tensor self, Tensor first, Tensor second, Scalar value) {
    refuseIntegers(first, second);
    return quotient(value).applyInPlace(self, first, second);
  }

  private static Formula quotient(Scalar value) {
    return new Formula(
        "AddcdivBackward0",
        Saves.OPERANDS,
        in -> Arithmetic.add(in[0], Arithmetic.div(in[1], in[2]), value),
        (g, saved, input) -> FusedDerivatives.addcdiv(g[0], saved, value.value(), input));
  }

  private static void refuseIntegers(Tensor first, Tensor second) {
    if (!Promotion.of(first, second).isFloatingPoint()) {
      throw new IllegalArgumentException(
          "Integer division with addcdiv is no longer supported, and in a future  release addcdiv"
              + " will perform a true division of tensor1 and tensor2. The historic addcdiv"
              + " behavior can be implemented as (input + value * torch.trunc(tensor1 /"
              + " tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 /"
              + " tensor2) for float inputs. The future addcdiv behavior is just the latter"
              + " implementation: (input + value * tensor1 / tensor2), for all dtypes.");
    }
  }

  /** Counted from the nearer end, so that both ends are exact. */
  private static Tensor between(Tensor self, Tensor end, Tensor weight) {
    Tensor step = Arithmetic.sub(end, self);
    Tensor fromSelf = Arithmetic.add(self, Arithmetic.mul(weight, step));
    Tensor fromEnd = Arithmetic.sub(end, Arithmetic.mul(step, weight.rsub(1)));
    return Tensor.where(weight.abs().lt(0.5), fromSelf, fromEnd);
  }

  private static Tensor between(Tensor self, Tensor end, double weight) {
    Tensor step = Arithmetic.sub(end, self);
    return Math.abs(weight) < 0.5
        ? Arithmetic.add(self, step, Scalar.of(weight))
        : Arithmetic.sub(end, step.mul(1 - weight));
  }

  private static void requireSame(String name, Tensor self, Tensor other) {
    Kernels.same(
        self.dtype(),
        other.dtype(),
        "expected dtype %s for `%s` but got dtype %s"
            .formatted(self.dtype().label(), name, other.dtype().label()));
  }

  /** {@code self + weight * (end - self)}, broadcast. */
  public static Tensor lerp(Tensor self, Tensor end, Tensor weight) {
    requireSame("end", self, end);
    requireSame("weight", self, weight);
    return LERP.apply(self, end, weight);
  }

  /** {@code self += weight * (end - self)}. */
  public static Tensor lerpInPlace(Tensor self, Tensor end, Tensor weight) {
    requireSame("end", self, end);
    requireSame("weight", self, weight);
    return LERP.applyInPlace(self, end, weight);
  }

  /** {@code self + weight * (end - self)}, broadcast. */
  public static Tensor lerp(Tensor self, Tensor end, double weight) {
    requireSame("end", self, end);
    return towards(weight).apply(self, end);
  }

  /** {@code self += weight * (end - self)}. */
  public static Tensor lerpInPlace(Tensor self, Tensor end, double weight) {
    requireSame("end", self, end);
    return towards(weight).applyInPlace(self, end);
  }

  private static Formula towards(double weight) {
    return new Formula(
        "LerpBackward0",
        Saves.OPERANDS,
        in -> between(in[0], in[1], weight),
        (g, saved, input) -> FusedDerivatives.lerp(g[0], saved, weight, input));
  }
}
