package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;

/** Derivatives of losses that look at one element at a time. */
public final class ElementLossDerivatives {
  private ElementLossDerivatives() {}

  /**
   * Of {@code smoothL1Loss}: {@code gradOutput * clamp((input - target) / beta, -1, 1)}, over their
   * number for the mean. At the kink for {@code beta} 0 it is 0.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "smoothL1Loss",
      parameters = {Tensor.class, Tensor.class, Reduction.class, double.class},
      wrt = "input")
  public static Tensor smoothL1LossInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction, double beta) {
    Tensor difference = input.sub(target);
    Tensor slope = beta == 0 ? difference.sign() : difference.div(beta).clamp(-1.0, 1.0);
    return fitted(slope, gradOutput, input, reduction);
  }

  /**
   * Of {@code smoothL1Loss}: {@code gradOutput * clamp((target - input) / beta, -1, 1)}, over their
   * number for the mean. At the kink for {@code beta} 0 it is 0.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "smoothL1Loss",
      parameters = {Tensor.class, Tensor.class, Reduction.class, double.class},
      wrt = "target")
  public static Tensor smoothL1LossTarget(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction, double beta) {
    return smoothL1LossInput(gradOutput, /* input= */ target, /* target= */ input, reduction, beta);
  }

  /**
   * Of {@code huberLoss}: {@code gradOutput * clamp(input - target, -delta, delta)}, over their
   * number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "huberLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class, double.class},
      wrt = "input")
  public static Tensor huberLossInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction, double delta) {
    Tensor slope = input.sub(target).clamp(-delta, delta);
    return fitted(slope, gradOutput, input, reduction);
  }

  /**
   * Of {@code huberLoss}: {@code gradOutput * clamp(target - input, -delta, delta)}, over their
   * number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "huberLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class, double.class},
      wrt = "target")
  public static Tensor huberLossTarget(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction, double delta) {
    return huberLossInput(gradOutput, /* input= */ target, /* target= */ input, reduction, delta);
  }

  /**
   * Of {@code softMarginLoss}: {@code -gradOutput * target * sigmoid(-target * input)}, over their
   * number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "softMarginLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor softMarginLossInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    Tensor opposite = target.neg();
    Tensor slope = opposite.mul(opposite.mul(input).sigmoid());
    return fitted(slope, gradOutput, input, reduction);
  }

  private static Tensor fitted(
      Tensor slope, Tensor gradOutput, Tensor operand, Reduction reduction) {
    Tensor each = Operands.each(gradOutput, slope.numel(), reduction);
    return Operands.fit(slope.mul(each), operand);
  }
}
