package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import dev.adjoint.ops.Losses;

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

  /**
   * Of the mean binary cross entropy of logits: {@code gradOutput * (sigmoid(input) - target) / n}.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor logitsInput(Tensor gradOutput, Tensor input, Tensor target) {
    return logitsInput(gradOutput, input, target, Reduction.MEAN);
  }

  /**
   * Of the binary cross entropy of logits: {@code gradOutput * (sigmoid(input) - target)}, over
   * their number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor logitsInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    Tensor difference = input.sigmoid().sub(target);
    return Operands.fit(difference.mul(Operands.each(gradOutput, input.numel(), reduction)), input);
  }

  /** Of the mean binary cross entropy of logits: {@code -gradOutput * input / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class},
      wrt = "target")
  public static Tensor logitsTarget(Tensor gradOutput, Tensor input, Tensor target) {
    return logitsTarget(gradOutput, input, target, Reduction.MEAN);
  }

  /**
   * Of the binary cross entropy of logits: {@code -gradOutput * input}, over their number for the
   * mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "target")
  public static Tensor logitsTarget(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    Tensor slope = input.neg().mul(Operands.each(gradOutput, input.numel(), reduction));
    return Operands.fit(slope, target);
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
            : nllLossInput(gradOutput, logs, target, reduction);
    return SoftmaxDerivatives.logSoftmaxInput(slope, logs, dim);
  }

  private static Tensor probabilitiesSlope(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    int dim = input.dim() == 1 ? 0 : 1;
    long samples = Math.max(1, input.numel() / input.size(dim));
    Tensor each = Operands.each(gradOutput, samples, reduction);
    return target.neg().mul(reduction == Reduction.NONE ? each.unsqueeze(dim) : each);
  }

  /** Of the mean negative log likelihood: {@code -gradOutput / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "nllLoss",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor nllLossInput(Tensor gradOutput, Tensor input, Tensor target) {
    return nllLossInput(gradOutput, input, target, Reduction.MEAN);
  }

  /** Of the negative log likelihood: {@code -gradOutput}, over their number for the mean. */
  @DerivativeOf(
      type = Functional.class,
      method = "nllLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor nllLossInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    int dim = input.dim() == 1 ? 0 : 1;
    Tensor weights = Losses.weights(target, gradOutput.dtype());
    Tensor scale =
        reduction == Reduction.MEAN ? weights.div(weights.sum().maximum(one(weights))) : weights;
    Tensor slope = scale.mul(gradOutput.neg()).unsqueeze(dim);
    Tensor zeros = Tensor.zeros(gradOutput.dtype(), input.shape());
    return zeros.scatterAdd(dim, Losses.places(target, dim), slope);
  }

  /** So that with every target ignored the gradient is zero, not 0/0. */
  private static Tensor one(Tensor weights) {
    return Tensor.ones(weights.dtype());
  }
}
