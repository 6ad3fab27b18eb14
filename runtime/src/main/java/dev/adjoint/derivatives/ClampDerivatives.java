package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Derivatives of elements kept between bounds: on a bound the gradient still belongs to them. */
public final class ClampDerivatives {

  private ClampDerivatives() {}

  /** Of {@code clamp} by numbers: the gradient between the bounds, bounds included. */
  public static Tensor inside(
      Tensor gradOutput, Tensor self, @Nullable Tensor low, @Nullable Tensor high) {
    Tensor gradient = low == null ? gradOutput : kept(gradOutput, self.ge(low));
    return high == null ? gradient : kept(gradient, self.le(high));
  }

  /**
   * Of {@code clamp} from below by a tensor: to the element from the bound on, else to the bound.
   */
  public static Tensor fromBelow(Tensor gradOutput, Tensor[] operands, int input) {
    Tensor self = operands[0];
    Tensor taken = input == 0 ? self.ge(operands[1]) : self.lt(operands[1]);
    return Operands.fit(kept(gradOutput, taken), operands[input]);
  }

  /** Of {@code clamp} from above by a tensor: to the element up to the bound, else to the bound. */
  public static Tensor fromAbove(Tensor gradOutput, Tensor[] operands, int input) {
    Tensor self = operands[0];
    Tensor taken = input == 0 ? self.le(operands[1]) : self.gt(operands[1]);
    return Operands.fit(kept(gradOutput, taken), operands[input]);
  }

  /** Of {@code clamp} by two tensors: to the element or to the bound that is taken. */
  public static Tensor between(Tensor gradOutput, Tensor[] operands, int input) {
    Tensor self = operands[0];
    Tensor min = operands[1];
    Tensor max = operands[2];
    Tensor condition =
        switch (input) {
          case 0 -> self.ge(min).logicalAnd(self.le(max));
          case 1 -> min.lt(max).logicalAnd(self.lt(min));
          default -> self.gt(max).logicalOr(max.le(min));
        };
    return Operands.fit(kept(gradOutput, condition), operands[input]);
  }

  private static Tensor kept(Tensor gradOutput, Tensor condition) {
    return gradOutput.maskedFill(condition.logicalNot(), 0);
  }

  /** Of {@code clampMin} by a number: the gradient from there on. */
  @DerivativeOf(
      type = Tensor.class,
      method = "clampMin",
      parameters = {Number.class},
      wrt = "self")
  public static Tensor clampMinSelf(Tensor gradOutput, Tensor self, Number min) {
    return kept(gradOutput, self.ge(min.doubleValue()));
  }

  /** Of {@code clampMax} by a number: the gradient up to there. */
  @DerivativeOf(
      type = Tensor.class,
      method = "clampMax",
      parameters = {Number.class},
      wrt = "self")
  public static Tensor clampMaxSelf(Tensor gradOutput, Tensor self, Number max) {
    return kept(gradOutput, self.le(max.doubleValue()));
  }

  /** Of {@code clamp} by numbers: the gradient between the bounds, bounds included. */
  @DerivativeOf(
      type = Tensor.class,
      method = "clamp",
      parameters = {Number.class, Number.class},
      wrt = "self")
  public static Tensor clampSelf(
      Tensor gradOutput, Tensor self, @Nullable Number min, @Nullable Number max) {
    Tensor lifted = min == null ? gradOutput : clampMinSelf(gradOutput, self, min);
    return max == null ? lifted : clampMaxSelf(lifted, self, max);
  }
}
