package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;

/** Derivatives of loss functions. */
public final class LossDerivatives {
  private LossDerivatives() {}

  /** Of the mean squared difference: {@code 2 * gradOutput * (input - target) / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "mseLoss",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor mseLossInput(Tensor gradOutput, Tensor input, Tensor target) {
    return mseLossInput(gradOutput, input, target, Reduction.MEAN);
  }

  /**
   * Of the squared difference: {@code 2 * gradOutput * (input - target)}, over their number for the
   * mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "mseLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor mseLossInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    Tensor difference = input.sub(target);
    Tensor scale = Operands.each(gradOutput, difference.numel(), reduction);
    return Operands.fit(difference.mul(2).mul(scale), input);
  }

  /** Of the mean squared difference: {@code 2 * gradOutput * (target - input) / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "mseLoss",
      parameters = {Tensor.class, Tensor.class},
      wrt = "target")
  public static Tensor mseLossTarget(Tensor gradOutput, Tensor input, Tensor target) {
    return mseLossTarget(gradOutput, input, target, Reduction.MEAN);
  }

  /**
   * Of the squared difference: {@code 2 * gradOutput * (target - input)}, over their number for the
   * mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "mseLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "target")
  public static Tensor mseLossTarget(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    Tensor difference = target.sub(input);
    Tensor scale = Operands.each(gradOutput, difference.numel(), reduction);
    return Operands.fit(difference.mul(2).mul(scale), target);
  }

  /** Of the mean cross entropy: {@code gradOutput * (softmax(input) - oneHot(target)) / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "crossEntropy",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor crossEntropyInput(Tensor gradOutput, Tensor input, Tensor target) {
    return crossEntropyInput(gradOutput, input, target, Reduction.MEAN);
  }

  /**
   * Of the cross entropy: {@code gradOutput * (softmax(input) - oneHot(target))}, over their number
   * for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "crossEntropy",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor crossEntropyInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    int dim = input.dim() == 1 ? 0 : 1;
    Tensor logs = Functional.logSoftmax(input, dim);
    Tensor slope =
        target.dtype().isFloatingPoint()
            ? probabilitiesSlope(gradOutput, input, target, reduction)
            : LikelihoodDerivatives.nllLossInput(gradOutput, logs, target, reduction);
    return SoftmaxDerivatives.logSoftmaxInput(slope, logs, dim);
  }

  private static Tensor probabilitiesSlope(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    int dim = input.dim() == 1 ? 0 : 1;
    long samples = Math.max(1, input.numel() / input.size(dim));
    Tensor each = Operands.each(gradOutput, samples, reduction);
    return target.neg().mul(reduction == Reduction.NONE ? each.unsqueeze(dim) : each);
  }
}
